package chat.common.event;

import chat.common.UserName;

/**
 * The author's confirmation of a private message.
 *
 * @param to who receives it
 */
public record PrivateSent(UserName to) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("Sent to ").add(to.toString()).add(".").end();
    }
}

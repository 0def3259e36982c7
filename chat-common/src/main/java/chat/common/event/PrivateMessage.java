package chat.common.event;

import chat.common.UserName;

/**
 * Somebody wrote to you alone: {@code ann(private): hello}.
 *
 * @param from who
 * @param text what, printable
 */
public record PrivateMessage(UserName from, String text) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add(from.toString()).add("(private): ").add(text).end();
    }
}

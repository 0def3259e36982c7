package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The answer to {@code /notify NAME} and {@code /unnotify NAME}.
 *
 * @param name for whom you wait, or waited
 * @param on whether you are told from now on when they come
 * @param here whether they are here already, if you are
 */
public record Notifying(UserName name, boolean on, boolean here) implements Event {
    @Override
    public void writeText(TextLines out) {
        if (!on) {
            out.line("You are not told any more when " + name + " comes.");
        } else if (here) {
            out.line(name + " is here already. You are told when they come again. To end that, type /unnotify " + name);
        } else {
            out.line("You are told when " + name + " comes. To end that, type /unnotify " + name);
        }
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("notifying").add("name", name).add("on", on).add("here", here);
    }

    static Notifying read(JsonObject in) {
        return new Notifying(in.name("name"), in.flag("on"), in.flag("here"));
    }
}

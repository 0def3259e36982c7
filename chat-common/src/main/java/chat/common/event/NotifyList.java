package chat.common.event;

import chat.common.UserName;
import java.io.IOException;
import java.util.List;

/**
 * The answer to {@code /notify}.
 *
 * @param names for whom you wait
 */
public record NotifyList(List<UserName> names) implements Event {
    /** Copies the list, so that the event never changes. */
    public NotifyList {
        names = List.copyOf(names);
    }

    @Override
    public void writeText(TextLines out) {
        if (names.isEmpty()) {
            out.line("You wait for nobody to come.");
        } else {
            out.list("You are told when these come:", names);
        }
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("notify-list").addNames("names", names);
    }

    static NotifyList read(JsonObject in) {
        return new NotifyList(in.names("names"));
    }
}

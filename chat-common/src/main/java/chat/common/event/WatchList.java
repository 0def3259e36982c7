package chat.common.event;

import chat.common.UserName;
import java.io.IOException;
import java.util.List;

/**
 * The answer to {@code /notify}.
 *
 * @param names of whose coming you are told
 */
public record WatchList(List<UserName> names) implements Event {
    @Override
    public void writeText(TextLines out) {
        if (names.isEmpty()) {
            out.line("You are told of nobody's coming. To be told of bob's, type /notify bob");
        } else {
            out.list("You are told when these come:", names);
        }
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("watched").addNames("names", names);
    }

    static WatchList read(JsonObject in) {
        return new WatchList(in.names("names"));
    }
}

package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The password was right, and the name that goes with it is yours.
 *
 * @param name the registered name
 * @param first whether this is the session's first name, so that its owner may need to hear how to go on
 */
public record LoggedIn(UserName name, boolean first) implements Event {
    @Override
    public void writeText(TextLines out) {
        String next = first
                ? "Type something to say it to everyone; /cmd lists the commands."
                : "Everyone in the room is told. /cmd lists the commands.";
        out.add("Name accepted: you are ")
                .add(name.toString())
                .add(", and have logged in. ")
                .add(next)
                .end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("logged-in").add("name", name).add("first", first);
    }

    static LoggedIn read(JsonObject in) {
        return new LoggedIn(in.name("name"), in.flag("first"));
    }
}

package chat.common.event;

import java.io.IOException;

/**
 * Somebody has put you out, or keeps you from writing; also told as the reason to who comes again.
 *
 * @param action what was done to you
 * @param sentence who did it, why and for how long
 */
public record Sanctioned(Moderated.Action action, String sentence) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("* " + sentence);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("sanctioned").add("action", action.wire()).add("text", sentence);
    }

    static Sanctioned read(JsonObject in) {
        return new Sanctioned(Moderated.Action.of(in.text("action")), in.text("text"));
    }
}

package chat.common.event;

import java.io.IOException;

/**
 * The server cannot keep what is said, and refuses it; or it can again.
 *
 * @param works whether it can
 * @param why the reason if it cannot: {@code the disk is full}; empty if it can
 */
public record Keeping(boolean works, String why) implements Event {
    /** It can again. */
    public static final Keeping AGAIN = new Keeping(true, "");

    @Override
    public void writeText(TextLines out) {
        out.line(
                works
                        ? "* Messages are kept again: you may go on."
                        : "* This server cannot keep messages at the moment (" + why + "), so it takes none."
                                + " You will read here when it does.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("keeping").add("works", works).add("why", why);
    }

    static Keeping read(JsonObject in) {
        return new Keeping(in.flag("works"), in.text("why"));
    }
}

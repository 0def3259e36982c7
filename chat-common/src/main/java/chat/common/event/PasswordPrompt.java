package chat.common.event;

import chat.common.UserName;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Asks for a password. At a terminal the next line is taken as it; a program sends {@code /secret PASSWORD}. An empty line,
 * or {@code /secret} alone, gives up.
 *
 * @param purpose which password
 * @param name whose
 * @param shown whether the terminal shows what is typed, which the server cannot keep it from
 * @param warning what should be known before it is typed, in a sentence; empty for nothing
 */
public record PasswordPrompt(Purpose purpose, UserName name, boolean shown, String warning) implements Event {
    /** What a password is asked for. */
    public enum Purpose {
        /** The password of the account. */
        CURRENT("Please type the password of "),
        /** A password that is to be from now on. */
        NEW("Please choose a password for "),
        /** The new password once more. */
        AGAIN("Please type it once more for ");

        private final String words;

        Purpose(String words) {
            this.words = words;
        }

        /** The purpose as programs read it: {@code current}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Purpose of(String wire) {
            return Arrays.stream(values())
                    .filter(purpose -> purpose.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the field purpose is wrong (expected: one that this version knows)"));
        }
    }

    @Override
    public void writeText(TextLines out) {
        if (!warning.isEmpty()) {
            out.line("* " + warning);
        }
        out.line(purpose.words + name + ", and press Enter. It is " + (shown ? "" : "not ") + "shown as you type.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("password-prompt")
                .add("purpose", purpose.wire())
                .add("name", name)
                .add("warning", warning);
    }

    static PasswordPrompt read(JsonObject in) {
        return new PasswordPrompt(Purpose.of(in.text("purpose")), in.name("name"), false, in.text("warning"));
    }
}

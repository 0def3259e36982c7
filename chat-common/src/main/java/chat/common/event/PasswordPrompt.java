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
 * @param shown whether the terminal shows what is typed
 * @param warning what should be known before it is typed, in a sentence; empty for nothing
 */
public record PasswordPrompt(Purpose purpose, UserName name, Shown shown, String warning) implements Event {
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

    /** Whether the terminal shows what is typed. */
    public enum Shown {
        /** It has agreed to hide it. */
        NO("It is not shown as you type."),
        /** Nothing can keep it from that. */
        YES("It is shown as you type."),
        /** It was asked to hide it, and has not answered. */
        MAYBE("telnet does not show it as you type; other programs may.");

        private final String sentence;

        Shown(String sentence) {
            this.sentence = sentence;
        }
    }

    @Override
    public void writeText(TextLines out) {
        if (!warning.isEmpty()) {
            out.line("* " + warning);
        }
        out.line(purpose.words + name + ", and press Enter. " + shown.sentence);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("password-prompt")
                .add("purpose", purpose.wire())
                .add("name", name)
                .add("warning", warning);
    }

    static PasswordPrompt read(JsonObject in) {
        return new PasswordPrompt(Purpose.of(in.text("purpose")), in.name("name"), Shown.YES, in.text("warning"));
    }
}

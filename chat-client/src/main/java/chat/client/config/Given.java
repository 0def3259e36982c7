package chat.client.config;

import chat.common.PrintableText;

/**
 * A value as a person wrote it.
 *
 * @param value what
 * @param where for people: {@code --timeout}, {@code CHAT_TIMEOUT}, {@code timeout in /home/ann/...}
 */
public record Given(String value, String where) {
    /** The sentence that says what was wrong with it. */
    WrongSettingException wrong(String expected) {
        return new WrongSettingException(
                PrintableText.clean(where) + ": " + PrintableText.clean(value) + " (expected: " + expected + ")");
    }
}

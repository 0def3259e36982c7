package chat.client.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may set once and for all, and not only on the command line. */
public enum Setting {
    /** The server's name or address. */
    HOST,
    /** The server's port. */
    PORT,
    /** Whether to encrypt. */
    TLS,
    /** Who has to vouch for the server, a file. */
    TLS_CA,
    /** The fingerprint of the server's key. */
    TLS_FINGERPRINT,
    /** The name to go by. */
    NAME,
    /** A file with the password that belongs to the name. */
    PASSWORD_FILE,
    /** Whether a script may send a password where others can read it. */
    INSECURE_PASSWORD,
    /** Whether to use colour. */
    COLOR,
    /** Words instead of marks, and no redrawing. */
    PLAIN,
    /** No bell. */
    NO_BELL,
    /** Which colours. */
    THEME,
    /** How long a script waits, in seconds. */
    TIMEOUT;

    /** Its name in the configuration file, and as an option behind two dashes: {@code no-bell}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name in the environment: {@code CHAT_NO_BELL}. */
    public String variable() {
        return "CHAT_" + name();
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }
}

package chat.client.config;

import chat.client.console.ConsoleSettings.ColorMode;
import chat.client.console.Theme;
import chat.client.link.Password;
import chat.client.tls.Encryption;
import chat.common.Limits;
import chat.common.UserName;
import chat.common.net.Fingerprint;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What holds for this run: from the command line, else from the environment, else from the file, else the default.
 * Immutable.
 *
 * @param server where to connect to
 * @param tls how to know the server if the connection is encrypted; null if it is not
 * @param name the name to go by; null if none is set
 * @param password the password of the name, if that is to be logged in to; null to go by it as a guest
 * @param insecurePassword whether a password may go out where others can read it, without a question
 * @param color when to use colour
 * @param plain whether to write words instead of marks, and to redraw nothing
 * @param bell whether a bell may ring
 * @param theme which colours
 * @param timeout how long a script waits for a connection, and for each confirmation
 */
public record ClientSettings(
        ServerAddress server,
        Encryption.@Nullable Choice tls,
        @Nullable UserName name,
        @Nullable Password password,
        boolean insecurePassword,
        ColorMode color,
        boolean plain,
        boolean bell,
        Theme theme,
        Duration timeout) {
    /** How long a script waits if nobody says otherwise, in seconds. */
    public static final int DEFAULT_TIMEOUT = 10;

    /**
     * Finds out what holds.
     *
     * @param flags what the command line says
     * @param variables the environment
     * @return the settings
     * @throws WrongSettingException if the strongest value of a setting cannot be one, or the file is not in order
     */
    public static ClientSettings of(Map<Setting, Given> flags, Map<String, String> variables)
            throws WrongSettingException {
        Map<Setting, Given> file = ConfigFile.read(ConfigFile.path(variables));
        return of(new Layers(List.of(flags, Environment.read(variables), file)), variables);
    }

    private static ClientSettings of(Layers layers, Map<String, String> variables) throws WrongSettingException {
        Encryption.Choice tls = tls(layers);
        return new ClientSettings(
                ServerAddress.of(layers, tls == null ? Limits.DEFAULT_PORT : Limits.DEFAULT_TLS_PORT),
                tls,
                name(layers.find(Setting.NAME)),
                PasswordSource.find(layers, variables),
                truth(layers.find(Setting.INSECURE_PASSWORD)),
                choice(layers.find(Setting.COLOR), ColorMode.AUTO),
                truth(layers.find(Setting.PLAIN)),
                !truth(layers.find(Setting.NO_BELL)),
                choice(layers.find(Setting.THEME), Theme.AUTO),
                Duration.ofSeconds(seconds(layers.find(Setting.TIMEOUT))));
    }

    /** Who says how the server is to be known wants TLS. */
    private static Encryption.@Nullable Choice tls(Layers layers) throws WrongSettingException {
        Optional<Given> wanted = layers.find(Setting.TLS);
        Optional<Given> authorities = layers.find(Setting.TLS_CA);
        Optional<Given> fingerprint = layers.find(Setting.TLS_FINGERPRINT);
        boolean on = wanted.isPresent() ? truth(wanted) : authorities.isPresent() || fingerprint.isPresent();
        if (!on) {
            requireNothingStronger(layers, Setting.TLS_CA);
            requireNothingStronger(layers, Setting.TLS_FINGERPRINT);
            return null;
        }
        return new Encryption.Choice(
                fingerprint.isPresent() ? fingerprint(fingerprint.get()) : null,
                authorities.isPresent() ? path(authorities.get()) : null);
    }

    /** Nobody is left unencrypted who says how the server is to be known. */
    private static void requireNothingStronger(Layers layers, Setting setting) throws WrongSettingException {
        Optional<Given> off = layers.find(Setting.TLS);
        if (off.isPresent() && layers.strongest(setting) <= layers.strongest(Setting.TLS)) {
            throw off.get().wrong("true, since " + setting.key() + " is set");
        }
    }

    /** Whether the password would go out where others can read it, and nobody has said that it may. */
    public boolean exposesPassword() {
        return password != null && tls == null && !server.isHere() && !insecurePassword;
    }

    private static Fingerprint fingerprint(Given given) throws WrongSettingException {
        return Fingerprint.parse(given.value())
                .orElseThrow(() -> given.wrong("SHA256: and 43 characters, as the server's log shows it"));
    }

    private static Path path(Given given) throws WrongSettingException {
        try {
            return Path.of(given.value());
        } catch (InvalidPathException e) {
            throw given.wrong("a file of certificates in PEM");
        }
    }

    private static @Nullable UserName name(Optional<Given> given) throws WrongSettingException {
        return given.isPresent() ? name(given.get()) : null;
    }

    /**
     * Reads a user name.
     *
     * @param given what was written, and where
     * @return the name
     * @throws WrongSettingException if it cannot be one
     */
    public static UserName name(Given given) throws WrongSettingException {
        String problem = UserName.problemWith(given.value());
        if (problem != null) {
            throw new WrongSettingException(given.where() + ": " + problem);
        }
        return UserName.of(given.value());
    }

    private static <E extends Enum<E>> E choice(Optional<Given> given, E preset) throws WrongSettingException {
        if (given.isEmpty()) {
            return preset;
        }
        String word = given.get().value();
        List<E> choices = List.of(preset.getDeclaringClass().getEnumConstants());
        return choices.stream()
                .filter(choice -> choice.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> given.get().wrong(words(choices)));
    }

    private static <E extends Enum<E>> String words(List<E> choices) {
        String words =
                choices.stream().map(E::name).collect(Collectors.joining(", ")).toLowerCase(Locale.ROOT);
        int last = words.lastIndexOf(", ");
        return words.substring(0, last) + " or" + words.substring(last + 1);
    }

    private static boolean truth(Optional<Given> given) throws WrongSettingException {
        if (given.isEmpty()) {
            return false;
        }
        return switch (given.get().value().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw given.get().wrong("true or false");
        };
    }

    private static int seconds(Optional<Given> given) throws WrongSettingException {
        return given.isPresent() ? ServerAddress.number(given.get(), 1, 3600) : DEFAULT_TIMEOUT;
    }
}

package chat.server;

import chat.server.control.ControlSocket;
import chat.server.mail.MailStore;
import chat.server.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The flags about what is kept. */
final class StoreOptions {
    private static final Path DEFAULT = Path.of("chat-data");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep rooms and what is said in this directory. Default: ./chat-data.")
    private @Nullable Path data;

    @Option(names = "--ephemeral", description = "Keep everything in memory, and nothing after the end.")
    private boolean ephemeral;

    @Option(
            names = "--keep",
            paramLabel = "AGE",
            converter = Age.class,
            description = "Keep what is said this long: 90d, 48h. Default: for ever.")
    private Duration keep = Duration.ZERO;

    @Option(
            names = "--keep-size",
            paramLabel = "SIZE",
            converter = Size.class,
            description = "Keep so much, and let go of the oldest: 500M, 2G. Default: any size.")
    private long keepBytes;

    @Option(
            names = "--mail-keep",
            paramLabel = "AGE",
            converter = Age.class,
            description = "Keep private messages for people who are away this long: 30d, 48h. Default: 30d.")
    private Duration mailKeep = MailStore.KEEP;

    @Option(
            names = "--replay",
            paramLabel = "N",
            description = "Show who comes into a room its last N lines, 0 to 200. Default: 20.")
    private int replay = ServerConfig.defaults().replay();

    @Option(
            names = "--admin-socket",
            paramLabel = "FILE",
            description = "Where chat-server admin reaches this server. Default: chat.sock in the directory of --data;"
                    + " with --ephemeral nowhere.")
    private @Nullable Path adminSocket;

    /** Where the local socket is; empty for nowhere. */
    Optional<Path> adminSocket() {
        return Optional.ofNullable(adminSocket)
                .or(() -> settings().map(kept -> kept.directory().resolve(ControlSocket.FILE)));
    }

    /** How many lines of what was said before somebody sees who comes into a room. */
    int replay() {
        return replay;
    }

    /**
     * Where to keep rooms; empty for nowhere.
     *
     * @throws IllegalArgumentException if the flags say two things
     */
    Optional<StoreSettings> settings() {
        Path directory = data;
        if (!ephemeral) {
            return Optional.of(StoreSettings.in(directory == null ? DEFAULT : directory)
                    .withKeep(keep)
                    .withKeepBytes(keepBytes)
                    .withMailKeep(mailKeep));
        }
        if (directory != null) {
            throw new IllegalArgumentException("ephemeral: --data is given as well (expected: one of them)");
        }
        return Optional.empty();
    }

    /** Reads {@code 90d}. */
    static final class Age implements ITypeConverter<Duration> {
        private static final Pattern AGE = Pattern.compile("(\\d{1,6})([dhm])");

        @Override
        public Duration convert(String text) {
            Matcher age = AGE.matcher(text);
            if (!age.matches() || Integer.parseInt(age.group(1)) == 0) {
                throw new TypeConversionException(text + " (expected: an age like 90d, 48h or 30m)");
            }
            long number = Long.parseLong(age.group(1));
            return switch (age.group(2)) {
                case "d" -> Duration.ofDays(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofMinutes(number);
            };
        }
    }

    /** Reads {@code 500M}. */
    static final class Size implements ITypeConverter<Long> {
        private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([MGT])");

        @Override
        public Long convert(String text) {
            Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
            if (!size.matches() || Integer.parseInt(size.group(1)) == 0) {
                throw new TypeConversionException(text + " (expected: a size like 500M or 2G)");
            }
            long number = Long.parseLong(size.group(1));
            return switch (size.group(2)) {
                case "M" -> number << 20;
                case "G" -> number << 30;
                default -> number << 40;
            };
        }
    }
}

package chat.server.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.common.RoomName;
import chat.server.store.Export;
import chat.server.store.StoreException;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code chat-server export}. */
@Command(
        name = "export",
        description = "Writes rooms and what was said as lines of JSON, while the server runs.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ExportCommand implements Callable<Integer> {
    /** Stands for standard output, or input. */
    static final Path STANDARD = Path.of("-");

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Where to. Default: -, standard output.")
    private Path file = STANDARD;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--room", paramLabel = "ROOM", converter = Room.class, description = "Only this room.")
    private @Nullable RoomName room;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Moment.class,
            description =
                    "Only from then on: 2026-11-20, 2026-11-20T10:30 (in this machine's time zone), or 7d for seven days ago.")
    private @Nullable Instant since;

    @Option(
            names = "--with-keys",
            description = "Write what opens locked rooms, too. Whoever imports it without gets new keys for them.")
    private boolean withKeys;

    @Option(names = "--force", description = "Overwrite the file if it is there.")
    private boolean force;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return Outcome.of(spec, outcome -> {
            long entries;
            try (ProgressLine progress = outcome.progress("entries", 1)) {
                entries = file.equals(STANDARD) ? toStandardOutput(progress) : toFile(file, progress);
            }
            if (!file.equals(STANDARD)) {
                outcome.say("%s: %,d entries%n", file, entries);
            }
        });
    }

    private long toStandardOutput(ProgressLine progress) throws IOException {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            return write(out, progress);
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("The export is not complete: its reader takes no more (" + e.getMessage() + ").", e);
        }
    }

    /** The file has its name when it is complete. */
    private long toFile(Path target, ProgressLine progress) throws IOException {
        if (Files.isDirectory(target) || (!force && Files.exists(target))) {
            throw new IOException(target
                    + (Files.isDirectory(target)
                            ? " is a directory: name a file."
                            : " exists already:" + " name another file, or overwrite it with --force."));
        }
        Path absolute = target.toAbsolutePath();
        Path part = PrivateFile.create(absolute.resolveSibling("." + absolute.getFileName() + ".part"));
        try {
            long entries;
            try (OutputStream out = Files.newOutputStream(part)) {
                entries = write(out, progress);
            }
            Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
            return entries;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long write(OutputStream bytes, ProgressLine progress) throws IOException {
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(bytes, UTF_8), 1 << 16)) {
            return Export.write(data.directory(), new Export.Selection(room, since, withKeys), out, progress);
        }
    }

    /** Reads the name of a room. */
    static final class Room implements ITypeConverter<RoomName> {
        @Override
        public RoomName convert(String text) {
            return RoomName.parse(text)
                    .orElseThrow(() -> new TypeConversionException(text + " (expected: the name of a room)"));
        }
    }
}

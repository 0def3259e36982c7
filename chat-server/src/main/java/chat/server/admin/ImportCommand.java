package chat.server.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.server.store.Import;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chat-server import}. */
@Command(
        name = "import",
        description =
                "Reads what export has written into a data directory that no server uses: all of it, or nothing. What is"
                        + " there already is left as it is.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The export; - for standard input.")
    private @Nullable Path file;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return Outcome.of(spec, outcome -> {
            Import.Result result;
            try (ProgressLine progress = outcome.progress("entries", 1);
                    BufferedReader lines =
                            new BufferedReader(new InputStreamReader(open(), UTF_8.newDecoder()), 1 << 16)) {
                result = Import.read(data.directory(), lines, progress);
            }
            outcome.say("%,d entries are new, %,d were there already%n", result.added(), result.known());
            result.keys()
                    .forEach((room, key) -> outcome.say(
                            "%s is locked, and its key is not in the export. Its new key is %s%n", room, key));
        });
    }

    private InputStream open() throws IOException {
        Path name = DataOption.required(file);
        if (name.equals(ExportCommand.STANDARD)) {
            return System.in;
        }
        if (Files.isDirectory(name)) {
            throw new IOException(name + " is a directory: name the file that export has written.");
        }
        try {
            return Files.newInputStream(name);
        } catch (AccessDeniedException e) {
            throw new IOException(name + " cannot be read by this user.", e);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + name + ".", e);
        }
    }
}

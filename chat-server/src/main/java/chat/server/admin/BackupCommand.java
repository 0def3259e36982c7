package chat.server.admin;

import chat.server.store.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chat-server backup}. */
@Command(
        name = "backup",
        description =
                "Copies rooms and what was said to one file, while the server runs. To restore it, stop the server and"
                        + " put the file in place of chat.db, without the files chat.db-wal and chat.db-shm.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Where to. It is there when it is complete and checked.")
    private @Nullable Path file;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--force", description = "Overwrite the file if it is there.")
    private boolean force;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Path target = DataOption.required(file);
        if (target.equals(ExportCommand.STANDARD)) {
            throw new ParameterException(
                    DataOption.required(spec).commandLine(),
                    "A backup is a file: name one, or see chat-server export for a stream.");
        }
        return Outcome.of(spec, outcome -> {
            long bytes;
            try (ProgressLine progress = outcome.progress("MB", 1 << 20)) {
                bytes = Backup.make(data.directory(), target, force, progress);
            }
            outcome.say("%s: %,.1f MB, complete and checked%n", target, bytes / (double) (1 << 20));
        });
    }
}

package chat.client.packaging;

import chat.client.ChatClientMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Runs in the build when the jar is there, and puts beside it what goes with a program of today. */
public final class Packaging {
    private Packaging() {}

    /**
     * Makes everything.
     *
     * @param args the build directory, in which the jar is
     * @throws IOException if a file cannot be written
     * @throws InterruptedException if the build is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path target = Path.of(args[0]).toRealPath();
        CommandLine client = ChatClientMain.commandLine(Map.of());
        write(target.resolve("share/bash-completion/completions/chat-client"), Completion.of(client));
        manPages(target.resolve("share/man/man1"), client.getCommandSpec());
        try {
            new ClassArchive(target.resolve("chat-client.jar")).write(target.resolve("lib/chat-client.jsa"));
        } catch (IOException e) {
            System.err.println(
                    "No archive of the client's classes, so that it starts a little slower: " + e.getMessage());
        }
    }

    private static void manPages(Path directory, CommandSpec command) throws IOException {
        write(directory.resolve(ManPage.name(command) + ".1"), ManPage.of(command));
        for (CommandLine subcommand : command.subcommands().values()) {
            manPages(directory, subcommand.getCommandSpec());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

package chat.client.console;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** {@code //save FILE}: keeps what was said in this run. */
final class SaveCommand implements OwnCommand {
    private final Transcript transcript;

    SaveCommand(Transcript transcript) {
        this.transcript = transcript;
    }

    @Override
    public String verb() {
        return "save";
    }

    @Override
    public String usage() {
        return "//save FILE";
    }

    @Override
    public String summary() {
        return "writes all you have seen in this run, private messages too, to a new file";
    }

    @Override
    public String run(String argument) throws RefusedException {
        if (argument.isEmpty()) {
            throw new RefusedException("Please type " + usage() + ", for example: //save chat.txt");
        }
        String name = argument.startsWith("~/") ? System.getProperty("user.home") + argument.substring(1) : argument;
        try {
            Path file = Path.of(name).toAbsolutePath();
            transcript.save(file);
            return "Saved to " + file + "; only you can read it.";
        } catch (FileAlreadyExistsException e) {
            throw new RefusedException("There is a file " + name + " already. Please choose another name.");
        } catch (InvalidPathException e) {
            throw new RefusedException("This cannot be the name of a file.");
        } catch (IOException | UnsupportedOperationException e) {
            throw new RefusedException("Cannot write " + name + ": " + reason(Path.of(name)) + ".");
        }
    }

    private static String reason(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return "there is no folder " + folder;
        }
        return folder != null && !Files.isWritable(folder) ? "you may not write there" : "the disk may be full";
    }
}

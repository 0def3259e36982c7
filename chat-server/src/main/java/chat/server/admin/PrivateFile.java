package chat.server.admin;

import chat.server.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A new file that only its owner may read: what people say is in it. */
final class PrivateFile {
    private PrivateFile() {}

    /** Makes it; it goes with the process, unless it has got another name by then. */
    static Path create(Path file) throws IOException {
        try {
            Files.createFile(file, OwnerOnly.file(file));
        } catch (NoSuchFileException e) {
            throw new IOException("There is no directory " + file.getParent() + ": make it, or name another one.", e);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    file + " is there, which another export is writing, or has left behind: delete it if none runs.",
                    e);
        }
        file.toFile().deleteOnExit();
        return file;
    }
}

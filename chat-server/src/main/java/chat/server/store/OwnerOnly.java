package chat.server.store;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What people say is not for other users of the machine; on Windows what is new has the rights of the directory above. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /**
     * For a new file. Any thread.
     *
     * @param place where it will be
     * @return what to make it with
     */
    public static FileAttribute<?>[] file(Path place) {
        return attributes(place, "rw-------");
    }

    /** For a new directory. */
    static FileAttribute<?>[] directory(Path place) {
        return attributes(place, "rwx------");
    }

    private static FileAttribute<?>[] attributes(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

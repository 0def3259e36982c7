package chat.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What of a data directory was not there before somebody took it, so that it can be removed again. */
final class NewFiles {
    private final Path data;
    private final List<Path> others = new ArrayList<>();

    private NewFiles(Path data) {
        this.data = data;
        for (Path place = data.resolve(DataDirectory.LOCK).toAbsolutePath();
                place != null && Files.notExists(place);
                place = place.getParent()) {
            others.add(place);
        }
    }

    /** To be asked before the directory is taken. */
    static NewFiles before(Path data) {
        return new NewFiles(data);
    }

    /** Removes the file of rooms and all else that is new, by whoever has the directory and has just made that file in it. */
    void remove() {
        try {
            Schema.deleteAll(data.resolve(DataDirectory.FILE));
            for (Path place : others) {
                Files.deleteIfExists(place);
            }
        } catch (IOException e) {
            // somebody else has put something there, or the disk fails, which is told already
        }
    }
}

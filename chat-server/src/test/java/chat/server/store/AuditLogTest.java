package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.wire.JsonLines;
import chat.server.audit.Actor;
import chat.server.audit.AuditEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    @TempDir
    private Path directory;

    private final List<Long> written = new ArrayList<>();

    @Test
    void shouldGoOnWithoutAGapWhenMoreHasComeThanMayWait() throws Exception {
        Path file = directory.resolve("audit.log");
        Files.createDirectory(file); // nobody can write a line there
        long all = AuditLog.MOST_WAITING + 2 * AuditLog.PAGE;
        AuditLog log = new AuditLog(file, written::add, id -> entries(id + 1, Math.min(id + AuditLog.PAGE, all)));
        try (log) {
            log.add(entries(1, AuditLog.MOST_WAITING - 1));
            log.add(entries(AuditLog.MOST_WAITING, all - 2));
            log.add(List.of(entry(all - 1)));
            log.afterwards(() -> {}).get(); // all of that has been tried
            Files.delete(file);
            log.add(List.of(entry(all)));
            log.add(List.of(entry(all + 1)));
        }
        List<Long> ids = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            ids.add(JsonLines.read(line, object -> object.number("id")));
        }
        assertThat(ids).isEqualTo(LongStream.rangeClosed(1, all + 1).boxed().toList());
        assertThat(written).isSorted().endsWith(all + 1);
    }

    private static List<AuditEntry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(AuditLogTest::entry).toList();
    }

    private static AuditEntry entry(long id) {
        return new AuditEntry(id, Instant.EPOCH, Actor.CONSOLE, "ban", "eve", Optional.empty(), "", Optional.empty());
    }
}

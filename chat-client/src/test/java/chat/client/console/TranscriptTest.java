package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.client.console.Paragraph.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTest {
    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private final Transcript transcript = new Transcript(ZoneOffset.UTC);

    @Test
    void shouldWriteWhatWasSaid() throws IOException {
        transcript.add(Paragraph.said(Kind.SAID, clock.instant(), "ann", "hi", false));
        transcript.add(Paragraph.notice(clock.instant(), "bob joined"));
        Path file = folder.resolve("chat.txt");

        transcript.save(file);

        assertThat(file).hasContent("2026-11-22 10:31:00 ann says: hi\n2026-11-22 10:31:00 notice: bob joined\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> transcript.save(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void shouldRememberTheNewestOnly() {
        for (int i = 0; i < Transcript.KEPT + 5; i++) {
            transcript.add(Paragraph.notice(clock.instant(), "n"));
        }
        assertThat(transcript.size()).isEqualTo(Transcript.KEPT);
    }
}

package chat.client.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainSurfaceTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PlainSurface surface = new PlainSurface(new PrintStream(out, false, UTF_8));

    @Test
    void shouldPrintPlainLinesOnly() {
        surface.print(Paragraph.notice(new ManualClock().instant(), "bob joined\nand ann"), "");
        surface.flush(new Standing(List.of("localhost:8090"), List.of("waits"), "ann> "));
        surface.flush(new Standing(List.of("other"), List.of(), "ann> "));
        assertThat(out.toString(UTF_8)).isEqualTo("notice: bob joined\n  and ann\n");
    }

    @Test
    void shouldAskForTheNameOnce() {
        for (int i = 0; i < 2; i++) {
            surface.flush(new Standing(List.of(), List.of(), "Your name: "));
        }
        assertThat(out.toString(UTF_8)).isEqualTo("notice: Please type your name and press Enter.\n");
    }

    @Test
    void shouldReadLines() {
        List<String> lines = new ArrayList<>();
        PlainSurface.read(new ByteArrayInputStream("grüße\r\nend".getBytes(UTF_8)), lines::add);
        assertThat(lines).containsExactly("grüße", "end");
    }
}

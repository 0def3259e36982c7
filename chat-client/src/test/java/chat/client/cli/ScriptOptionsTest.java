package chat.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ScriptOptionsTest {
    private static ScriptOptions options(String... arguments) {
        return CommandLine.populateCommand(new ScriptOptions(), arguments);
    }

    @Test
    void shouldPrintNothingForWhoOnlySaysSomethingHoweverLong() {
        assertThat(options("--send", "hi").isQuiet()).isTrue();
        assertThat(options("--follow", "--send", "-").isQuiet()).isTrue();
    }

    @Test
    void shouldPrintForWhoReads() {
        assertThat(options("--follow").isQuiet()).isFalse();
        assertThat(options("--json", "--follow", "--send", "-").isQuiet()).isFalse();
    }
}

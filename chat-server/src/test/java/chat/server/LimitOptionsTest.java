package chat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.server.limit.AddressRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LimitOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 127.0.0.0/8 0:0:0:0:0:0:0:1/128",
                "--exempt none | ''",
                "--exempt 10.0.0.0/8 | 10.0.0.0/8",
                "--exempt 10.0.0.0/8,192.0.2.7 | 10.0.0.0/8 192.0.2.7/32",
                "--exempt 10.0.0.0/8 --exempt 192.0.2.7 | 10.0.0.0/8 192.0.2.7/32",
            })
    void shouldExemptLoopbackUntilOthersAreNamed(String flags, String exempt) {
        assertThat(options(flags).settings().connections().exempt())
                .extracting(AddressRange::toString)
                .containsExactly(exempt.isEmpty() ? new String[0] : exempt.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24h", "19h", "999999h", "7s"})
    void shouldNotTakeATimeForPeersThatTheSystemDoesNotTake(String time) {
        assertThatThrownBy(() -> options("--peer-timeout " + time).settings())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(" (expected: 8s to 18h, or none)");
    }

    private static LimitOptions options(String flags) {
        LimitOptions options = new LimitOptions();
        new CommandLine(new Empty())
                .addMixin("limits", options)
                .parseArgs(flags.isEmpty() ? new String[0] : flags.split(" "));
        return options;
    }

    @CommandLine.Command
    private static final class Empty {}
}

package chat.client.bench;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.ChatClientMain;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--members=0 | members: 0 (expected: 2 to 100000)",
                "--members=100001 | members: 100001 (expected: 2 to 100000)",
                "--senders=0 | senders: 0 (expected: 1 to 100)",
                "--senders=101 | senders: 101 (expected: 1 to 100)",
                "--rate=0 | rate: 0 (expected: 1 to 1000000)",
                "--window=0 | window: 0 (expected: 1 to 1024)",
                "--payload=24 | payload: 24 (expected: 25 to 4000)",
                "--payload=4001 | payload: 4001 (expected: 25 to 4000)",
                "--door=tls | door: tls (expected: text, json or web)",
                "--slow=99 | slow: 99 (expected: 0 to 98)",
                "--seconds=0 | seconds: 0 (expected: 1 to 3600)",
                "--warmup=-1 | warmup: -1 (expected: 0 to 600)",
                "--loops=0 | loops: 0 (expected: 1 to 1024)",
                "--private --rate=5 | --rate goes neither with --private nor with --window.",
                "--window=5 --rate=5 | --rate goes neither with --private nor with --window.",
                "--private --senders=5 | --senders does not go with --private: there everybody sends.",
                "localhost 0 | PORT: 0 (expected: 1 to 65535)"
            })
    void shouldSayInOneSentenceWhatWasExpected(String arguments, String sentence) {
        assertThat(bench(arguments)).isEqualTo(2);
        assertThat(err).hasToString(sentence + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8:0:0:0:0:0:1", "0.0.0.0", "10.0.0.1"})
    void shouldRefuseOtherMachines(String host) {
        assertThat(bench(host + " 8090")).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        host + " port 8090 is another machine. If that server is yours, add --yes-this-is-my-server."
                                + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1"})
    void shouldTakeThisMachine(String host) throws BenchException {
        assertThat(Target.of(host, 8090).isLoopback()).isTrue();
    }

    @Test
    void shouldRefuseAServerNamedInFront() {
        assertThat(execute("localhost", "8090", "bench")).isEqualTo(2);
        assertThat(err.toString()).startsWith("Please name the server behind the word bench");
    }

    private int bench(String arguments) {
        return execute(("bench " + arguments).split(" "));
    }

    private int execute(String... arguments) {
        return ChatClientMain.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}

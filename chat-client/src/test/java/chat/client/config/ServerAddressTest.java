package chat.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.0.0.2", "::1", "0:0:0:0:0:0:0:1"})
    void shouldNotAlarmOnThisVeryMachine(String host) {
        assertThat(new ServerAddress(host, 8090).wordsInTheClear()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat.example.org", "127.example.org", "192.0.2.7", "10.0.0.1", "::2", "localhost.org"})
    void shouldSayThatOthersCanRead(String host) {
        assertThat(new ServerAddress(host, 8090).wordsInTheClear()).isEqualTo("not encrypted");
    }
}

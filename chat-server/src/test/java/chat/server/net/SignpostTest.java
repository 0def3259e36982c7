package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignpostTest {
    private final Signpost signpost = new Signpost();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8090 | 0    | Programs for terminals connect to port 8090.",
                "0    | 8443 | Programs for terminals connect to port 8443, with TLS.",
                "8090 | 8443 | Programs for terminals connect to port 8090, or to port 8443 with TLS.",
                "0    | 0    | Programs for terminals have another port."
            })
    void shouldTellProgramsForTerminalsAtThePageWhereTheChatIs(int plain, int tls, String sentence) {
        signpost.doorsAre(plain, tls);
        assertThat(signpost.noBrowser()).isEqualTo(sentence);
    }
}

package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscretionTest {
    @ParameterizedTest
    @ValueSource(strings = {"hi", "/all hi", "/allusers", "/cmd private", "/setname ann", "/all /login x", "//save x"})
    void shouldWriteWhatEverybodyReads(String line) {
        assertThat(Discretion.mayWrite(line)).isTrue();
        assertThat(Discretion.mayRemember(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/private bob psst",
                " /PRIVATE bob psst",
                "/msg bob psst",
                "/r psst",
                "/reply psst",
                "/prvate bob psst",
                "/pirvate bob psst",
                "/whisper bob psst"
            })
    void shouldKeepPrivateMessagesOutOfTheFile(String line) {
        assertThat(Discretion.mayWrite(line)).isFalse();
        assertThat(Discretion.mayRemember(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/register ann secret",
                "/login ann secret",
                "/password a b",
                "/pasword a b",
                "/Login x",
                "/ login x"
            })
    void shouldForgetPasswordsAtOnce(String line) {
        assertThat(Discretion.mayWrite(line)).isFalse();
        assertThat(Discretion.mayRemember(line)).isFalse();
    }
}

package chat.client.script;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineFormTest {
    @Test
    void shouldLeaveWhatIsTypedAsItIs() {
        assertThat(LineForm.TYPED.take("@7 /all hi")).isEqualTo(new Outgoing("@7 /all hi", "@7 /all hi", null));
    }

    @Test
    void shouldSayWhatLooksLikeACommand() {
        assertThat(LineForm.SAID.take("/etc/hosts").command()).isEqualTo("/all /etc/hosts");
        assertThat(LineForm.saidTo(UserName.of("bob")).take("/quit").command()).isEqualTo("/private bob /quit");
    }

    @ParameterizedTest
    @CsvSource({"@7 /all hi,7,/all hi", "@a.B_c-9   /cmd,a.B_c-9,/cmd"})
    void shouldTakeATagOffACommand(String line, String tag, String command) {
        assertThat(LineForm.PROTOCOL.take(line)).isEqualTo(new Outgoing(line, command, tag));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@bob hi",
                "@7",
                "@ /all hi",
                "@7/all hi",
                "@7: /all hi",
                "@abcdefghijklmnopqrstuvwxyz0123456 /all hi",
                "/all hi"
            })
    void shouldTakeWhatDoesNotLookExactlySoForWhatItIs(String line) {
        assertThat(LineForm.PROTOCOL.take(line)).isEqualTo(new Outgoing(line, line, null));
    }
}

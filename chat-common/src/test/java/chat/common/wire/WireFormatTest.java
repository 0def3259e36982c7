package chat.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.NamePrompt;
import chat.common.event.Welcome;
import org.junit.jupiter.api.Test;

class WireFormatTest {
    @Test
    void shouldAppendToWhatIsThere() {
        StringBuilder out = new StringBuilder();
        WireFormat.TEXT_CRLF.append(new Welcome(), out);
        WireFormat.TEXT_LF.append(new NamePrompt(), out);
        assertThat(out.toString().split("(?<=\n)"))
                .containsExactly(
                        "Welcome to ClientMessageSystem.\r\n",
                        "Please choose a name: type /setname NAME and press Enter.\n");
    }
}

package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextGateTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal bob = chat.join("bob");
    private final Terminal eve = chat.connect();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\26\\3\\1\\2\\0\\1|This port speaks plain text; this server has no port for TLS.",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n/setname eve\\r\\nhi\\r\\n|400 Bad Request: this is a chat,"
                        + " which speaks no HTTP. Join with telnet, nc or chat-client.",
                "PROXY TCP4 192.0.2.7 192.0.2.8 1 2\\r\\n/setname eve\\r\\nhi\\r\\n|The PROXY protocol is taken only from"
                        + " addresses that this server was told of."
            })
    void shouldTurnAwayWhoSpeaksSomethingElse(String bytes, String answer) {
        eve.text();
        eve.send(bytes.translateEscapes().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(eve.text()).isEqualTo(answer + "\r\n");

        eve.type("/setname eve", "hi");
        assertThat(eve.text()).as("nothing more is heard").isEmpty();
        chat.pass(1000);
        assertThat(eve.channel().isOpen()).isFalse();
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldLetPeopleBeginAsTheyLike() {
        eve.text();
        eve.type("GET some sleep", "PROXY war", "POST no bills HTTP", "/setname eve");
        assertThat(eve.lines()).hasSize(4).last().asString().startsWith("Name accepted: you are eve.");
    }

    @Test
    void shouldTakeNothingForAProtocolThatIsSaidLater() {
        eve.type("/setname eve", "GET / HTTP/1.1", "PROXY TCP4 192.0.2.7 192.0.2.8 1 2");
        assertThat(bob.lines()).contains("eve: GET / HTTP/1.1", "eve: PROXY TCP4 192.0.2.7 192.0.2.8 1 2");
    }

    @Test
    void shouldLookNoFurtherThanTheBeginning() {
        assertThat(eve.channel().pipeline().get(TextGate.class)).isNotNull();
        eve.type("/setname eve");
        assertThat(eve.channel().pipeline().get(TextGate.class)).isNull();
    }
}

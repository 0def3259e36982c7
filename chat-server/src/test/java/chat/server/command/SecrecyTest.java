package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Failure;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.session.Origin;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyTest {
    private static final String REFUSED =
            "This connection is not encrypted, and this server takes passwords on encrypted"
                    + " ones only: please connect with TLS, on port 8443.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/register",
                "/register correct horse",
                "/login ann",
                "/login ann correct horse",
                "/password",
                "/password correct-horse battery-staple",
                "/unregister",
                "/unregister correct horse"
            })
    void shouldRefuseWherePasswordsCouldBeRead(String line) {
        try (EmbeddedChat chat = EmbeddedChat.with(new Secrecy(true, () -> 8443))) {
            assertThat(chat.join("bob").type(line).lines()).containsExactly(REFUSED);
            assertThat(chat.joinProgram("bot").type(line).events())
                    .containsExactly(new Failure(Failure.Code.NOT_ENCRYPTED, REFUSED));
        }
    }

    @Test
    void shouldTakeThemWhereTheyCannot() {
        try (EmbeddedChat chat = EmbeddedChat.with(new Secrecy(true, () -> 8443))) {
            Terminal ann = chat.join("ann");
            Origin.isEncrypted(ann.channel());
            assertThat(ann.type("/register correct horse").text()).contains("yours now");
            Terminal bob = chat.join("bob");
            Origin.set(bob.channel(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 7));
            assertThat(bob.type("/register correct horse").text()).contains("yours now");
        }
    }

    @Test
    void shouldWarnAndSayWhereItIsBetter() {
        try (EmbeddedChat chat = EmbeddedChat.with(new Secrecy(false, () -> 8443))) {
            Terminal ann = chat.join("ann");
            assertThat(ann.type("/register").lines())
                    .startsWith("* This connection is not encrypted: whoever sits in between can read your password."
                            + " TLS is on port 8443. An empty line gives up.");
            Origin.isEncrypted(ann.channel());
            ann.type("");
            ann.lines();
            assertThat(ann.type("/register").lines()).hasSize(1);
        }
    }
}

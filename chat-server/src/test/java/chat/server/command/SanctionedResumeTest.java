package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Failure;
import chat.common.event.NameAccepted;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import chat.server.session.Origin;
import chat.server.session.Stage;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that comes back under its key is the same one: to whom it was said, it goes on. */
class SanctionedResumeTest {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ELSEWHERE = "192.0.2.7";
    private static final String PASSWORD = "correct horse";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private int connections;
    private int number;

    @ParameterizedTest
    @ValueSource(strings = {LOOPBACK, ELSEWHERE})
    void shouldStayMutedUnderAnotherName(String address) {
        Terminal eve = program(address, "/setname eve");
        ann.type("/mute eve because enough").lines();
        eve.hangUp();
        Terminal again = program(address, "/setname mallory");
        assertThat(again.type("/all hi").events())
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.code()).isEqualTo(Failure.Code.MUTED)));
        ann.type("/unmute eve").lines();
        assertThat(again.type("/all hi").lines()).anyMatch(line -> line.contains("\"said\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {LOOPBACK, ELSEWHERE})
    void shouldStayBannedUnderAnotherName(String address) {
        program(address, "/setname eve", "/join staff");
        ann.type("/ban eve because enough").lines();
        Terminal again = program(address, "/setname mallory");
        assertThat(again.session().stage()).isNotEqualTo(Stage.NAMED);
        assertThat(again.lines()).anyMatch(line -> line.contains("You are banned from this server"));
    }

    @Test
    void shouldKeepOutABannedAccountFromThisMachine() {
        CheapLogins.register(chat.accounts(), "eve", PASSWORD);
        program(LOOPBACK, "/login eve " + PASSWORD);
        ann.type("/ban eve because enough").lines();
        Terminal again = program(LOOPBACK, "/login eve " + PASSWORD);
        assertThat(again.events())
                .noneMatch(NameAccepted.class::isInstance)
                .anyMatch(event -> event instanceof Failure failure && failure.code() == Failure.Code.BANNED);
    }

    @Test
    void shouldLetInFromThisMachineWhoseFormerAddressesAreBanned() {
        Terminal eve = program(ELSEWHERE, "/setname eve", "/join staff");
        ann.type("/ban 192.0.2.0/24 because raid").lines();
        assertThat(eve.session().stage()).isEqualTo(Stage.ENDED);
        Terminal again = program(LOOPBACK, "/setname eve");
        assertThat(again.session().stage()).isEqualTo(Stage.NAMED);
    }

    /** Somebody who comes back under the same key each time, from somewhere. */
    private Terminal program(String address, String... lines) {
        Terminal terminal = chat.connectProgram();
        Origin.set(terminal.channel(), new InetSocketAddress(address, 4000));
        terminal.type("/resume 0123456789abcdef " + ++connections);
        for (String line : lines) {
            terminal.type("@" + ++number + " " + line); // without a numbered line a key is not remembered
        }
        return terminal;
    }
}

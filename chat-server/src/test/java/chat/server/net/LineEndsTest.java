package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEndsTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    @Test
    void shouldAnswerEachLineWithTheEndItCameWith() {
        Terminal ann = chat.join("ann");
        ann.send("/allusers\n/allusers\r\n/allusers\r\0/allusers\n");
        String users = "1 person in lobby: ann";
        assertThat(ann.text()).isEqualTo(users + "\n" + users + "\r\n" + users + "\r\n" + users + "\n");
    }

    @Test
    void shouldTellNewsWithTheEndThatThePersonUsedLast() {
        Terminal ann = chat.join("ann");
        Terminal bob = chat.join("bob");
        Terminal eve = chat.join("eve");
        bob.send("\r\n");
        ann.type("hello");
        assertThat(bob.text()).isEqualTo("ann: hello\r\n");
        assertThat(eve.text()).isEqualTo("ann: hello\n");
        bob.send("\n");
        ann.type("again");
        assertThat(bob.text()).isEqualTo("ann: again\n");
    }

    @Test
    void shouldTakeALineThatComesByteByByte() {
        Terminal ann = chat.join("ann");
        "/allusers\r\n".chars().forEach(c -> ann.send(Character.toString(c)));
        assertThat(ann.text()).isEqualTo("1 person in lobby: ann\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r\0", "   \n", "\t\r\n", "\u0007\n", "\0\n", "\r\n\r\n\n\n"})
    void shouldIgnoreEmptyLines(String lines) {
        Terminal ann = chat.join("ann");
        Terminal bob = chat.join("bob");
        assertThat(ann.send(lines).text()).isEmpty();
        assertThat(bob.text()).isEmpty();
    }

    @Test
    void shouldTakeTheLastLineOfAScriptThatDoesNotEndIt() {
        Terminal ann = chat.join("ann");
        Terminal bob = chat.join("bob");
        ann.send("hello\nbye").hangUp();
        assertThat(bob.lines()).containsExactly("ann: hello", "ann: bye", "* ann left");
    }

    @Test
    void shouldNotSayWhatAResetMayHaveCutShort() {
        Terminal ann = chat.join("ann");
        Terminal bob = chat.join("bob");
        ann.send("/private bob half a secr");
        ann.channel().pipeline().fireExceptionCaught(new IOException("made by a test: connection reset"));
        ann.hangUp();
        assertThat(bob.lines()).containsExactly("* ann left");
    }

    @Test
    void shouldNotTakeALoneCarriageReturnForAnEnd() {
        Terminal ann = chat.join("ann");
        Terminal bob = chat.join("bob");
        ann.send("hello\rbob: fake\n");
        assertThat(bob.text()).isEqualTo("ann: hellobob: fake\n");
    }
}

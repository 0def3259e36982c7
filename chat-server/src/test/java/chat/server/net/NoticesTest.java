package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who comes and goes, as the others read it. */
class NoticesTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");

    @Test
    void shouldTellTheOthersAtOnceWhenTheRoomWasQuiet() {
        Terminal bob = chat.connect();
        bob.lines();
        bob.type("/setname bob");
        assertThat(ann.lines()).containsExactly("* bob joined");
        assertThat(bob.lines()).singleElement().asString().startsWith("Name accepted");
        chat.pass(1000);
        bob.type("/setname robert");
        assertThat(ann.lines()).containsExactly("* bob is now robert");
        assertThat(bob.lines()).singleElement().asString().startsWith("Name accepted");
        chat.pass(1000);
        bob.hangUp();
        assertThat(ann.lines()).containsExactly("* robert left");
    }

    @Test
    void shouldWriteOneLineASecondHoweverManyCome() {
        List<Terminal> crowd = new ArrayList<>();
        for (int i = 1; i <= 38; i++) {
            crowd.add(chat.connect().type("/setname p" + i));
        }
        assertThat(ann.lines()).containsExactly("* p1 joined");
        chat.pass(999);
        assertThat(ann.lines()).isEmpty();
        chat.pass(1);
        assertThat(ann.lines()).containsExactly("* p2, p3 and 35 others joined");
        chat.pass(10_000);
        assertThat(ann.lines()).isEmpty();

        crowd.get(0).type("/quit");
        crowd.get(1).hangUp();
        crowd.get(2).type("/setname eve");
        assertThat(ann.lines()).containsExactly("* p1 left");
        chat.pass(1000);
        assertThat(ann.lines()).containsExactly("* p2 left; p3 is now eve");
    }

    @Test
    void shouldNotMentionWhoOnlyLookedIn() {
        chat.connect().type("/setname bob");
        Terminal eve = chat.connect().type("/setname eve", "/setname eva");
        assertThat(ann.lines()).containsExactly("* bob joined");
        eve.hangUp();
        chat.pass(1000);
        assertThat(ann.lines()).isEmpty();
    }

    @Test
    void shouldTellWhoSpeaksBeforeTheirWords() {
        chat.connect().type("/setname bob");
        Terminal eve = chat.connect().type("/setname eve");
        eve.type("hello");
        assertThat(ann.lines()).containsExactly("* bob joined", "* eve joined", "eve: hello");
        eve.type("/setname anne", "send me the password", "/setname eve");
        assertThat(ann.lines()).containsExactly("* eve is now anne", "anne: send me the password");
        chat.pass(1000);
        assertThat(ann.lines()).containsExactly("* anne is now eve");
    }

    @Test
    void shouldNotDelayWhatOthersSay() {
        Terminal bob = chat.connect().type("/setname bob");
        chat.connect().type("/setname eve");
        bob.type("hi");
        assertThat(ann.lines()).containsExactly("* bob joined", "bob: hi");
        chat.pass(1000);
        assertThat(ann.lines()).containsExactly("* eve joined");
    }

    @Test
    void shouldSayNothingOfPeopleWithoutAName() {
        chat.connect().hangUp();
        chat.connect().type("/quit");
        chat.pass(2000);
        assertThat(ann.lines()).isEmpty();
    }
}

package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MembersOnlyCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    private static final String ONLY = "Only registered people may write in lobby at the moment";

    @Test
    void shouldLetOnlyRegisteredPeopleWrite() {
        Terminal carl = House.registered(chat, "carl");
        ann.type("/members-only on").lines();
        assertThat(bob.lines()).contains("* ann lets only registered people write");
        assertThat(bob.type("hello").lines()).containsExactly(ONLY + ".");
        carl.type("mine");
        assertThat(bob.lines()).containsExactly("carl: mine");
        ann.type("/members-only off").lines();
        assertThat(bob.type("hello").lines()).containsExactly("* ann lets everybody write again");
    }

    @Test
    void shouldLetThoseWriteWhoHaveBeenThereForAWhile() {
        chat.pass(10 * 60_000);
        Terminal eve = chat.join("eve");
        ann.type("/members-only 10m").lines();
        eve.lines();
        assertThat(eve.type("spam").lines()).containsExactly(ONLY + ", and who has been here for 10 minutes.");
        bob.type("hello");
        assertThat(eve.lines()).containsExactly("bob: hello");
        chat.pass(10 * 60_000);
        eve.type("sorry");
        assertThat(bob.lines()).contains("eve: sorry");
    }

    @Test
    void shouldSayWhatIsExpected() {
        assertThat(ann.type("/members-only maybe").text()).startsWith("Please type /members-only HOW");
    }
}

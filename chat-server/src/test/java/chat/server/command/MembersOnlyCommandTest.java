package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MembersOnlyCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    private static final String ONLY =
            "Only people who registered before \\d\\d:\\d\\d may write in lobby at the moment";

    @Test
    void shouldLetOnlyRegisteredPeopleWrite() {
        Terminal carl = House.registered(chat, "carl");
        ann.type("/members-only on").lines();
        assertThat(bob.lines()).contains("* ann lets only registered people write");
        assertThat(bob.type("hello").text()).matches(ONLY + "\\.\n");
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
        assertThat(eve.type("spam").text()).matches(ONLY + ", and who has been here for 10 minutes\\.\n");
        bob.type("hello");
        assertThat(eve.lines()).containsExactly("bob: hello");
        chat.pass(10 * 60_000);
        eve.type("sorry");
        assertThat(bob.lines()).contains("eve: sorry");
    }

    @Test
    void shouldNotLetThoseWriteWhoRegisterOnlyThen() {
        ann.type("/members-only 10m").lines();
        chat.pass(1000);
        bob.type("/register correct horse").lines();
        ann.type("/members-only on").lines();
        bob.lines();
        assertThat(bob.type("hello").text())
                .matches(ONLY + "\\. You registered later: who looks after it may /invite you\\.\n");
        assertThat(ann.type("/invite bob").lines()).containsExactly("bob may write in lobby.");
        assertThat(bob.lines()).containsExactly("* ann lets you write in lobby.");
        bob.type("thanks");
        assertThat(ann.lines()).containsExactly("bob: thanks");
        assertThat(ann.type("/audit").text()).contains("admit bob in lobby");
        ann.type("/members-only off", "/members-only on").lines();
        bob.type("later").lines();
        assertThat(ann.lines()).as("registered before it was turned on again").contains("bob: later");
    }

    @Test
    void shouldKeepThoseFromWritingPrivatelyToStrangers() {
        Terminal carl = House.registered(chat, "carl");
        chat.accounts().add(UserName.of("zoe"), false).join();
        ann.type("/members-only on").lines();
        bob.lines();
        String refusal =
                "At the moment you may write alone only to operators, and to those who have written to you alone";
        assertThat(bob.type("/private carl spam").text()).startsWith(refusal);
        assertThat(bob.type("/private zoe spam").text()).startsWith(refusal);
        assertThat(bob.type("/join staff", "/invite carl").text()).contains(refusal);
        assertThat(bob.type("/private ann may I?").text()).contains("Sent to ann.");
        carl.type("/private bob hello").lines();
        bob.lines();
        assertThat(bob.type("/private carl hi").text()).contains("Sent to carl.");
        assertThat(bob.type("/reply hi").text()).contains("Sent to carl.");
        ann.type("/members-only off").lines();
        assertThat(bob.type("/private zoe hello").text()).contains("Kept for zoe");
    }

    @Test
    void shouldKeepTheirNames() {
        ann.type("/members-only on").lines();
        assertThat(bob.type("/setname buy-my-shoes").text()).contains("Until then you keep your name.");
        assertThat(ann.lines()).isEmpty();
        ann.type("/invite bob").lines();
        assertThat(bob.type("/setname rob").text()).contains("Name accepted");
    }

    @Test
    void shouldTellWhatHolds() {
        assertThat(ann.type("/members-only").text()).startsWith("In lobby everybody may write. To change that, type");
        ann.type("/members-only 10m", "/invite bob").lines();
        bob.lines();
        assertThat(ann.type("/members-only").text())
                .matches(
                        "In lobby only people write who registered before [\\d:]+, and who has been here for 10 minutes, and"
                                + " 1 more who was invited, says ann\\. /members-only off ends it, /invite NAME lets one more"
                                + " write\\.\n");
        assertThat(ann.type("/members-only 10m").text()).startsWith("That is so already.");
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldSayWhatIsExpected() {
        assertThat(ann.type("/members-only maybe").text())
                .startsWith("maybe is no time. Please type /members-only [HOW]");
    }
}

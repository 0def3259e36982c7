package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.mail.Mail;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurgeCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldRemoveWhatSomebodyHasWrittenInTheRoom() {
        Terminal eve = House.guestFrom(chat, "192.0.2.7", "eve");
        eve.type("spam 1", "/setname evil", "spam 2", "/setname eve");
        bob.type("mine");
        eve.type("/join staff", "elsewhere").lines();
        ann.lines();
        assertThat(ann.type("/purge eve").lines())
                .contains("* ann removed 2 lines of eve", "Removed for good: 2 lines of eve in lobby.");
        assertThat(ann.type("/history").text()).contains("mine").doesNotContain("spam");
        assertThat(eve.type("/history").text()).contains("elsewhere");
        assertThat(ann.type("/audit").text()).contains("purge").contains("2 lines of the last 10 minutes");
    }

    @Test
    void shouldRemoveWhatSomebodyWroteUnderOtherNamesWhoHasLeft() {
        Terminal eve = House.guestFrom(chat, "192.0.2.7", "eve");
        eve.type("spam 1", "/setname mallory", "spam 2");
        eve.hangUp();
        ann.lines();
        assertThat(ann.type("/purge mallory").lines()).contains("Removed for good: 2 lines of mallory in lobby.");
        assertThat(ann.type("/history").text()).doesNotContain("spam");
    }

    @Test
    void shouldRemoveWhatWasWrittenUnderARegisteredNameByWhoHasLeft() {
        Terminal eve = House.registered(chat, "eve");
        eve.type("spam 1", "/setname mallory", "spam 2");
        eve.hangUp();
        chat.pass(2 * 3_600_000);
        ann.lines();
        assertThat(ann.type("/purge eve 1d").lines()).contains("Removed for good: 1 line of eve in lobby.");
        assertThat(ann.type("/purge mallory 1d").lines()).contains("Removed for good: 1 line of mallory in lobby.");
    }

    @Test
    void shouldSpareThoseWhoLookAfterTheRoomToo() {
        Terminal carl = House.registered(chat, "carl");
        Terminal dora = House.registered(chat, "dora");
        carl.type("/join staff", "hello", "/op dora").lines();
        dora.type("/join staff").lines();
        assertThat(dora.type("/purge carl").lines())
                .containsExactly("carl looks after staff, too. Please /deop carl first.");
        ann.type("/join staff").lines();
        assertThat(dora.type("/purge ann").text()).contains("ann is an operator of this server.");
        assertThat(ann.type("/purge carl").lines()).contains("Removed for good: 1 line of carl in staff.");
    }

    @Test
    void shouldReachThoseWhoHaveLeftAndNotWhatIsOlder() {
        Terminal eve = House.guestFrom(chat, "192.0.2.7", "eve");
        eve.type("old");
        chat.pass(600_001);
        eve.type("new");
        eve.hangUp();
        ann.lines();
        assertThat(ann.type("/purge eve 10m").lines()).contains("Removed for good: 1 line of eve in lobby.");
        assertThat(ann.type("/history").text()).contains("old").doesNotContain("new");
    }

    @Test
    void shouldRemoveByAddress() {
        House.guestFrom(chat, "192.0.2.7", "eve").type("spam 1");
        House.guestFrom(chat, "192.0.2.8", "mallory").type("spam 2");
        ann.lines();
        bob.lines();
        assertThat(ann.type("/purge 192.0.2.0/24 10m").lines())
                .contains(
                        "* ann removed 2 lines from an address", "Removed for good: 2 lines of 192.0.2.0/24 in lobby.");
        assertThat(bob.type("/history").text()).doesNotContain("spam");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0.0.0/0     | is too much of the net: a /16 of IPv4 or a /32 of IPv6 is the most.",
                "192.0.0.0/2   | is too much of the net: a /16 of IPv4 or a /32 of IPv6 is the most.",
                "::/0          | is too much of the net: a /16 of IPv4 or a /32 of IPv6 is the most.",
                "127.0.0.1     | is this machine itself, or a proxy that others come through.",
                "198.51.100.1  | is this machine itself, or a proxy that others come through."
            })
    void shouldNotRemoveWhatEverybodyWrote(String addresses, String why) {
        House.guestFrom(chat, "192.0.2.7", "eve").type("hello");
        ann.lines();
        assertThat(ann.type("/purge " + addresses + " 365d").text()).endsWith(" " + why + "\n");
        assertThat(ann.type("/history").text()).contains("eve: hello");
    }

    @Test
    void shouldSpareOperatorsWhoHaveLeft() {
        Terminal olga = House.connectFrom(chat, "192.0.2.8");
        olga.type("/setname olga");
        olga.session()
                .identity()
                .logIn(chat.accounts().add(UserName.of("olga"), true).join());
        olga.type("be nice");
        olga.hangUp();
        House.guestFrom(chat, "192.0.2.7", "eve").type("spam");
        ann.lines();
        assertThat(ann.type("/purge 192.0.2.0/24").lines())
                .contains("Removed for good: 1 line of 192.0.2.0/24 in lobby.");
        assertThat(ann.type("/history").text()).contains("be nice");
    }

    @Test
    void shouldRemovePrivateMessagesThatNobodyHasReadYet() {
        chat.accounts().add(UserName.of("zoe"), false).join();
        Terminal eve = House.guestFrom(chat, "192.0.2.7", "eve");
        eve.type("/private zoe old");
        chat.pass(3_600_000);
        eve.type("/private zoe spam", "/private zoe more");
        bob.type("/private zoe hello");
        ann.lines();
        assertThat(ann.type("/purge eve 10m").lines())
                .containsExactly("Removed for good: 2 private messages that nobody had read.");
        long zoe = chat.accounts().find(UserName.of("zoe")).orElseThrow().id();
        assertThat(chat.mail().handOver(zoe, 0, 10).join().mails())
                .extracting(Mail::text)
                .containsExactly("old", "hello");
    }

    @Test
    void shouldLeavePrivateMessagesWhereItIsAboutARoom() {
        chat.accounts().add(UserName.of("zoe"), false).join();
        Terminal eve = House.guestFrom(chat, "192.0.2.7", "eve");
        ann.type("/join staff");
        eve.type("/join staff", "spam", "/private zoe hello");
        ann.lines();
        assertThat(ann.type("/purge eve").lines()).contains("Removed for good: 1 line of eve in staff.");
    }

    @Test
    void shouldSayWhenThereIsNothing() {
        assertThat(ann.type("/purge nobody1").lines())
                .containsExactly("There is nothing here that nobody1 has written lately.");
        assertThat(ann.type("/purge bob soon").text()).startsWith("soon is no time. Please type /purge NAME [TIME]");
    }
}

package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MuteCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldKeepSomebodyFromWriting() {
        bob.lines();
        assertThat(ann.type("/mute bob for 10m because noise").lines())
                .contains("* ann muted bob for 10 minutes: noise")
                .anyMatch(line -> line.startsWith("bob may not write in this server until "));
        assertThat(bob.lines())
                .anyMatch(line -> line.matches("\\* You may not write in this server until .*, says ann: noise\\."));
        ann.lines();
        for (String line :
                new String[] {"hello", "/all hello", "/me waves", "/topic lunch", "/private ann hi", "/invite ann"}) {
            assertThat(bob.type(line).text()).startsWith("You may not write in this server until ");
        }
        assertThat(ann.lines()).isEmpty();
        assertThat(bob.type("/topic").text()).startsWith("There is no topic");
        chat.pass(10 * 60_000);
        bob.type("hello");
        assertThat(ann.lines()).containsExactly("bob: hello");
    }

    @Test
    void shouldNotEndByAnotherName() {
        ann.type("/mute bob").lines();
        bob.lines();
        assertThat(bob.type("/setname rob").lines())
                .containsExactly("You may not write in this server, says ann. Until then you keep your name.");
    }

    @Test
    void shouldNotEndByAnotherAccount() {
        CheapLogins.register(chat.accounts(), "carl", "correct horse");
        Terminal eve = House.registered(chat, "eve");
        ann.type("/mute eve").lines();
        eve.lines();
        assertThat(eve.type("/login carl correct horse").text())
                .contains("You may not write in this server, says ann. Until then you stay eve.");
        ann.type("/unmute eve").lines();
        assertThat(eve.type("/login carl correct horse").text()).contains("you are carl");
    }

    @Test
    void shouldNotEndByAnotherNameTakenOutsideOfTheRoom() {
        ann.type("/join staff").lines();
        bob.type("/join staff").lines();
        ann.type("/mute bob").lines();
        assertThat(bob.type("/leave", "/setname rob").text()).contains("accepted");
        assertThat(bob.type("/setname bobby").text()).contains("accepted");
        assertThat(bob.type("/join staff").text()).contains("You are in staff");
        assertThat(bob.type("hello").text()).contains("You may not write in staff, says ann.");
        ann.type("/unmute bob").lines();
        bob.type("hello");
        assertThat(ann.lines()).contains("bobby: hello");
    }

    @Test
    void shouldKeepSomebodyFromWritingInOtherWays() {
        bob.type("/join den", "hello");
        Terminal eve = chat.join("eve");
        eve.type("/join den");
        ann.type("/mute bob").lines();
        eve.lines();
        bob.lines();
        String muted = "You may not write in this server, says ann.";
        assertThat(bob.type("/kick eve because ann is a fool").text()).startsWith(muted);
        assertThat(bob.type("/ban ann-is-a-fool for 1h").text()).startsWith(muted);
        assertThat(bob.type("/mute ann-is-a-fool for 1h").text()).startsWith(muted);
        assertThat(bob.type("/join ann-is-a-fool").text()).startsWith(muted + " Until then you cannot make a room.");
        assertThat(eve.lines()).isEmpty();
        assertThat(eve.type("/join kitchen", "hello").text()).contains("You are in kitchen");
        assertThat(bob.type("/join kitchen").text()).contains("You are in kitchen with 1 other.");
    }

    @Test
    void shouldBeAboutPeopleAndNotAddresses() {
        assertThat(ann.type("/mute 192.0.2.7").lines())
                .containsExactly("An address cannot be muted. Please name somebody, or /ban 192.0.2.7 in the lobby.");
        assertThat(ann.type("/mute 2001:db8::1").text()).startsWith("An address cannot be muted.");
        assertThat(ann.type("/kick 192.0.2.7").text()).startsWith("An address cannot be kicked.");
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldNotEndByRegistering() {
        Terminal eve = House.guestFrom(chat, "192.0.2.7", "eve");
        ann.type("/mute eve").lines();
        eve.text();
        assertThat(eve.type("/register correct-horse-42").text())
                .startsWith("You may not write in this server, says ann. Until then you cannot register a name.");
        chat.pass(1000);
        ann.type("/unmute eve").lines();
        assertThat(eve.type("/register correct-horse-42").text()).doesNotContain("cannot register");
    }

    @Test
    void shouldReachWhoHasJustTakenAnotherName() {
        bob.type("/setname rob").lines();
        ann.lines();
        assertThat(ann.type("/mute bob for 10m").text())
                .contains("This hits those, too, who went by that name within the hour: rob.")
                .doesNotContain("Nobody here");
        assertThat(bob.lines()).anyMatch(line -> line.startsWith("* You may not write in this server until "));
        assertThat(bob.type("hello").text()).startsWith("You may not write in this server until ");
        chat.pass(2 * 60_000);
        ann.type("/mute bob for 2h").lines();
        chat.pass(15 * 60_000);
        bob.lines();
        assertThat(bob.type("hello").text()).startsWith("You may not write in this server until ");
    }

    @Test
    void shouldReachTheRoomOnly() {
        ann.type("/join staff").lines();
        bob.type("/join staff").lines();
        ann.type("/mute bob").lines();
        assertThat(bob.type("hello").text()).contains("You may not write in staff, says ann.");
        bob.type("/room lobby", "hello", "/private ann psst");
        assertThat(ann.lines()).contains("[lobby] bob: hello", "bob(private): psst");
    }

    @Test
    void shouldTellPrograms() {
        Terminal bot = chat.joinProgram("bot");
        ann.type("/mute bot").lines();
        assertThat(bot.lines()).anyMatch(line -> line.contains("\"event\":\"sanctioned\",\"action\":\"mute\""));
        assertThat(bot.type("hello").lines()).anyMatch(line -> line.contains("\"code\":\"muted\""));
    }
}

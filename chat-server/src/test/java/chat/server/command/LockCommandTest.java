package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LockCommandTest {
    private static final Pattern KEY = Pattern.compile("/join staff ([0-9a-z]{16})");

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldLetInWhoHasTheKey() {
        String key = lock();
        assertThat(bob.type("/join staff").lines())
                .containsExactly(
                        "The room staff is locked. Who looks after it may invite you. Who has its key types /join staff"
                                + " KEY");
        assertThat(bob.type("/join staff 0123456789abcdef").text()).startsWith("The room staff is locked.");
        assertThat(bob.type("/join staff " + key.toUpperCase(Locale.ROOT)).text())
                .startsWith("You are in staff with 1 other.");
    }

    @Test
    void shouldLetNobodyReadAnythingWhoIsNotIn() {
        lock();
        ann.type("a secret", "/topic the secret", "/me hides");
        ann.type("/setname anna");
        chat.pass(1000);
        Terminal bot = chat.joinProgram("bot");
        bob.type("/join staff", "/rooms", "/allusers staff", "/room staff", "/leave staff", "/topic", "/cmd");
        bot.type("/join staff", "/rooms", "/allusers staff", "/room staff", "/leave staff", "/topic");
        assertThat(bob.text() + bot.text()).contains("locked").doesNotContain("secret", "hides", "anna, ");
    }

    @Test
    void shouldNotTellStrangersApartWhatIsLockedFromWhatIsNot() {
        lock();
        for (String command : new String[] {"/allusers ", "/room ", "/leave "}) {
            assertThat(bob.type(command + "staff").text())
                    .isEqualTo(bob.type(command + "nowhere").text().replace("nowhere", "staff"));
        }
        ann.type("/join hall", "/lock").lines();
        assertThat(bob.type("/join ha1l").lines())
                .containsExactly(
                        "No room can be called ha1l now: it looks like the name of another room. Please choose another"
                                + " name.");
    }

    @Test
    void shouldKeepThoseWhoAreIn() {
        ann.type("/join staff");
        bob.type("/join staff").lines();
        ann.type("/lock").lines();
        bob.type("still here");
        assertThat(ann.lines()).containsExactly("bob: still here");
    }

    @Test
    void shouldMakeANewKeyEachTime() {
        String first = lock();
        assertThat(ann.type("/lock").text()).doesNotContain(first);
        assertThat(bob.type("/join staff " + first).text()).startsWith("The room staff is locked.");
    }

    @Test
    void shouldBelongToWhoHasBeenThereLongest() {
        ann.type("/join staff");
        assertThat(bob.type("/join staff", "/lock").lines())
                .endsWith("Only who has been in staff longest may do that.");
        ann.type("/leave");
        assertThat(bob.type("/lock").text()).contains("Only whom you invite gets into staff now");
    }

    @Test
    void shouldStayLockedWhenNobodyIsThere() {
        String key = lock();
        ann.type("/leave").lines();
        assertThat(bob.type("/join staff").text()).startsWith("The room staff is locked, and nobody is in it.");
        assertThat(bob.type("/join staff " + key).text())
                .startsWith("You are in staff, and nobody else is yet.")
                .contains("You look after it");
    }

    @Test
    void shouldNotLockTheLobby() {
        assertThat(ann.type("/lock").lines())
                .containsExactly(
                        "The lobby is for everybody: nobody can lock it. /join ROOM makes a room of your own.");
    }

    private String lock() {
        Matcher key = KEY.matcher(ann.type("/join staff", "/lock").text());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }
}

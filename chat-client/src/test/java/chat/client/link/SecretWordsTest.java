package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretWordsTest {
    @ParameterizedTest
    @CsvSource({
        "/login bob hunter2, /login bob ********",
        "' /Login  bob  hunter2', /login bob ********",
        "/login bob, /login bob",
        "/register hunter2, /register ********",
        "/register, /register",
        "/password old new, /password ********",
        "/unregister hunter2, /unregister ********",
        "/secret correct horse, /secret ********",
        "/lgoin bob hunter2, /lgoin ********",
        "/regsiter hunter2, /regsiter ********",
        "/ login bob hunter2, / ********",
        "hunter2, hunter2",
        "/all /login bob hunter2, /all /login bob hunter2"
    })
    void shouldShowNoPassword(String line, String shown) {
        assertThat(SecretWords.masked(line)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "allusers",
                "audit",
                "away",
                "ban",
                "bans",
                "cmd",
                "deop",
                "forget",
                "format",
                "help",
                "history",
                "ignore",
                "invite",
                "join",
                "kick",
                "leave",
                "lock",
                "lockdown",
                "me",
                "members-only",
                "mentions",
                "mute",
                "nick",
                "notify",
                "op",
                "ping",
                "private",
                "purge",
                "quit",
                "replay",
                "reply",
                "resume",
                "room",
                "rooms",
                "search",
                "setname",
                "slow",
                "topic",
                "unban",
                "unignore",
                "unlock",
                "unnotify",
                "whois"
            })
    void shouldHideNothingElse(String verb) {
        assertThat(SecretWords.areIn("/" + verb + " x")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/login ann hunter2, /login ann",
        "/login ann, /login ann",
        "/login, /login",
        " /PASSWORD old new, /password",
        "/register hunter2, /register",
        "/unregister hunter2, /unregister",
        "/regster hunter2, ''",
        "/secret hunter2, ''",
        "login ann hunter2, ''"
    })
    void shouldKnowWhatMakesAServerAsk(String line, String question) {
        assertThat(SecretWords.question(line)).isEqualTo(question);
    }
}

package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UnnotifyCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");

    @Test
    void shouldNotTellAnyMore() {
        ann.type("/notify zoe").text();
        assertThat(ann.type("/unnotify Zoe").lines()).containsExactly("You are not told any more when zoe comes.");
        chat.connect().type("/setname zoe");
        assertThat(ann.text()).doesNotContain("is here now");
        assertThat(ann.type("/notify").lines()).containsExactly("You wait for nobody to come.");
    }

    @Test
    void shouldEndWhatIsKept() {
        ann.session()
                .identity()
                .logIn(chat.accounts().add(UserName.of("anna"), false).join());
        ann.type("/notify zoe", "/notify bob", "/unnotify zoe").text();
        assertThat(ann.type("/notify").lines()).containsExactly("You are told when these come: bob");
    }

    @Test
    void shouldGoOnForAGuestWhoseAccountIsNoMore() {
        CheapLogins.register(chat.accounts(), "anna", "correct horse");
        ann.type("/login anna correct horse", "/notify zoe").text();
        assertThat(ann.type("/unregister correct horse").text()).contains("is not registered any more");
        assertThat(ann.type("/notify").lines()).containsExactly("You are told when these come: zoe");
        chat.connect().type("/setname zoe");
        assertThat(ann.text()).contains("zoe is here now");
    }

    @Test
    void shouldSayForWhomOneDoesNotWait() {
        assertThat(ann.type("/unnotify zoe").lines())
                .containsExactly("You do not wait for zoe. Type /notify to see for whom you do.");
        assertThat(ann.type("/unnotify").text()).startsWith("Please type /unnotify NAME");
    }
}

package chat.client.script;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.LinkState;
import chat.common.UserName;
import chat.common.event.NamePrompt;
import chat.common.event.PrivateSent;
import chat.common.event.Repeated;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the lines of a script, and how it tells. */
class ScriptRunTest extends ScriptRehearsal {
    @Test
    void shouldSayOneThingAndLeaveWhenItIsConfirmed() throws Exception {
        assertThat(send(LineForm.SAID, "deploy done")).isTrue();
        assertThat(link.sent).containsExactly("/all deploy done", "(leaves)");
        assertThat(out()).isEmpty();
        assertThat(err()).isEmpty();
    }

    @Test
    void shouldNeverMakeACommandOfWhatIsSaid() throws Exception {
        assertThat(send(LineForm.SAID, "/quit\n\n  /setname x\r\n")).isTrue();
        assertThat(link.sent).containsExactly("/all /quit", "/all   /setname x", "(leaves)");
    }

    @Test
    void shouldWriteToOnePersonAlone() throws Exception {
        server = link -> link.answers("/private carl", new PrivateSent(UserName.of("carl")));
        assertThat(send(LineForm.saidTo(UserName.of("carl")), "/quit")).isTrue();
        assertThat(link.sent).containsExactly("/private carl /quit", "(leaves)");
    }

    @Test
    void shouldTellTheServersSentenceWhenTheOneLineFails() throws Exception {
        server = link -> link.answers("/private carl", NOBODY);
        assertThat(send(LineForm.saidTo(UserName.of("carl")), "psst")).isFalse();
        assertThat(err()).isEqualTo("User not found: carl.\n");
    }

    @Test
    void shouldTellWhichLineFailedAndGoOn() throws Exception {
        server = link -> link.answers("/private", NOBODY).answers("hi", SAID);
        assertThat(pipe(LineForm.TYPED, "/private carl psst\nhi\n")).isFalse();
        assertThat(link.sent).containsExactly("/private carl psst", "hi", "(leaves)");
        assertThat(err()).isEqualTo("/private carl psst: User not found: carl.\n");
        assertThat(out()).isEqualTo("You have left the chat\n");
    }

    @Test
    void shouldTellThatSomebodyWithoutANameSaidNothing() throws Exception {
        server = link -> link.answers("hi", new NamePrompt()).onStart(l -> l.state(new LinkState.Unnamed(null)));
        assertThat(pipe(LineForm.TYPED, "hi\n")).isFalse();
        assertThat(err()).startsWith("hi: Please choose a name");
    }

    @Test
    void shouldEndWhenTheNameIsTaken() throws Exception {
        server = link -> link.onStart(l -> l.state(new LinkState.Unnamed("The name bot is taken.")));
        assertThat(pipe(LineForm.TYPED, "")).isFalse();
        assertThat(err()).isEqualTo("The name bot is taken.\n");
    }

    @Test
    void shouldGiveUpWhenAConfirmationDoesNotCome() throws Exception {
        timeout = Duration.ofMillis(20);
        server = link -> link.answers("/all", line -> null);
        assertThat(send(LineForm.SAID, "hi")).isFalse();
        assertThat(err()).isEqualTo("The server at localhost port 1 has not confirmed it within 0 s.\n");
        assertThat(send(LineForm.SAID, "hi\nho")).isFalse();
        assertThat(err()).endsWith("Not confirmed within 0 s: hi\nNot confirmed within 0 s: ho\n");
    }

    @Test
    void shouldCallALineTakenThatWasTakenBefore() throws Exception {
        server = link -> link.answers("/all", new Repeated());
        assertThat(send(LineForm.SAID, "hi")).isTrue();
        assertThat(run(LineForm.PROTOCOL, json(), false, List.of("-"), input("@7 /all hi\n")))
                .isTrue();
        assertThat(out()).startsWith("{\"event\":\"repeated\",\"tag\":\"7\"}\n");
        assertThat(err()).isEmpty();
    }
}

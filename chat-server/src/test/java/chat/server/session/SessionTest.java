package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Event;
import chat.common.event.Tip;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SessionTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldMoveDownTheStages() {
        Terminal eve = chat.connect();
        assertThat(eve.session().stage()).isEqualTo(Stage.UNNAMED);
        eve.type("/setname eve");
        assertThat(eve.session().stage()).isEqualTo(Stage.NAMED);
        eve.type("/quit");
        assertThat(eve.session().stage()).isEqualTo(Stage.ENDED);
    }

    @Test
    void shouldSayThatTheServerStopsAndCloseASecondLater() {
        ann.session().end(Ending.SERVER_STOPPED);
        assertThat(ann.text()).isEqualTo("Server has been closed by host\n");
        assertThat(bob.lines()).as("nobody is told that somebody left").isEmpty();
        chat.pass(999);
        assertThat(ann.channel().isOpen()).isTrue();
        chat.pass(1);
        assertThat(ann.channel().isOpen()).isFalse();
    }

    @Test
    void shouldSayGoodbyeAfterAMistakeOfOurs() {
        Exception mistake = new IllegalStateException("made by a test");
        mistake.setStackTrace(new StackTraceElement[0]);
        ann.channel().pipeline().fireExceptionCaught(mistake);
        assertThat(ann.lines())
                .containsExactly("The server made a mistake and has to close this connection. Please connect again.");
        assertThat(bob.lines()).containsExactly("* ann left");
        chat.pass(1000);
        assertThat(ann.channel().isOpen()).isFalse();
    }

    @Test
    void shouldKeepTheOrderOfAnswersWhenOneIsKnownLater() {
        CompletableFuture<Event> answer = new CompletableFuture<>();
        ann.session().answers().whenKnown(answer, ann.session()::send);
        ann.send("/allusers\nhello\n/allusers\n");
        assertThat(ann.lines()).isEmpty();
        assertThat(bob.lines()).isEmpty();
        answer.complete(new Tip("known now"));
        assertThat(ann.lines())
                .containsExactly("* known now", "2 people in lobby: ann, bob", "2 people in lobby: ann, bob");
        assertThat(bob.lines()).containsExactly("ann: hello");
    }

    @Test
    void shouldGoOnWhenAnAnswerNeverComes() {
        CompletableFuture<Event> answer = new CompletableFuture<>();
        ann.session().answers().whenKnown(answer, ann.session()::send);
        answer.completeExceptionally(new IllegalStateException("made by a test"));
        assertThat(ann.type("/allusers").lines())
                .containsExactly(
                        "The server made a mistake, and that was not done. Please try again.",
                        "2 people in lobby: ann, bob");
    }

    @Test
    void shouldStillNoticeThatTheOtherSideClosesWhenAnAnswerComesAfterTheEnd() {
        CompletableFuture<Event> answer = new CompletableFuture<>();
        ann.session().answers().whenKnown(answer, ann.session()::send);
        ann.session().end(Ending.SERVER_STOPPED);
        answer.complete(new Tip("too late"));
        assertThat(ann.lines()).containsExactly("Server has been closed by host");
        assertThat(ann.channel().config().isAutoRead()).isTrue();
    }
}

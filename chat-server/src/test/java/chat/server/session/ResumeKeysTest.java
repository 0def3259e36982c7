package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How many keys are remembered, and how long. */
class ResumeKeysTest {
    private long now = 1_000_000;
    private final ResumeKeys keys = new ResumeKeys(() -> Instant.ofEpochMilli(now));

    @Test
    void shouldKeepTenThousandOfThoseWhoLeft() {
        for (int i = 1; i <= ResumeKeys.MOST_LEFT + 5; i++) {
            comeAndGo("key" + i, i);
        }
        assertThat(keys.size()).isEqualTo(ResumeKeys.MOST_LEFT);
        assertThat(last("key5")).isZero();
        assertThat(last("key" + (ResumeKeys.MOST_LEFT + 5))).isEqualTo(ResumeKeys.MOST_LEFT + 5);
    }

    @Test
    void shouldKeepTheKeysOfThoseWhoAreHere() {
        Session here = mock(Session.class);
        ResumeKey key = taken("mine", here).key();
        key.taken(7);
        for (int i = 0; i < ResumeKeys.MOST_LEFT + 5; i++) {
            comeAndGo("key" + i, 1);
        }
        now += 10 * ResumeKeys.KEPT_MILLIS;
        keys.leave(key, here);
        assertThat(keys.size()).as("the others are forgotten").isEqualTo(1);
        assertThat(last("mine")).isEqualTo(7);
    }

    @Test
    void shouldCountTheTimeFromTheLastEnd() {
        comeAndGo("key", 3);
        now += ResumeKeys.KEPT_MILLIS - 1;
        comeAndGo("key", 4);
        now += ResumeKeys.KEPT_MILLIS - 1;
        assertThat(last("key")).isEqualTo(4);
    }

    @Test
    void shouldNeverCountBackwards() {
        ResumeKey key = taken("key", mock(Session.class)).key();
        key.taken(7);
        key.taken(3);
        assertThat(key.last()).isEqualTo(7);
    }

    @Test
    void shouldWaitForEverybodyWhoHadTheKey() {
        CompletableFuture<Void> firstEnds = new CompletableFuture<>();
        CompletableFuture<Void> secondEnds = new CompletableFuture<>();
        taken("key", session(firstEnds));
        CompletableFuture<Void> second = taken("key", session(secondEnds)).vacated();
        CompletableFuture<Void> third = taken("key", mock(Session.class)).vacated();

        secondEnds.complete(null);
        assertThat(second).isNotDone();
        assertThat(third).isNotDone();
        firstEnds.complete(null);
        assertThat(second).isDone();
        assertThat(third).isDone();
    }

    @Test
    void shouldNotLetGoForASessionThatWasReplaced() {
        Session first = session(CompletableFuture.completedFuture(null));
        Session second = session(new CompletableFuture<>());
        ResumeKey key = taken("key", first).key();
        taken("key", second);
        keys.leave(key, first);
        assertThat(taken("key", mock(Session.class)).vacated())
                .as("the second is still here")
                .isNotDone();
    }

    private void comeAndGo(String secret, long number) {
        Session session = mock(Session.class);
        ResumeKey key = taken(secret, session).key();
        key.taken(number);
        keys.leave(key, session);
    }

    private long last(String secret) {
        return taken(secret, mock(Session.class)).key().last();
    }

    private ResumeKeys.Handover taken(String secret, Session session) {
        return keys.take(secret, 0, session).orElseThrow();
    }

    private static Session session(CompletableFuture<Void> ends) {
        Session session = mock(Session.class);
        when(session.replace()).thenReturn(ends);
        return session;
    }
}

package chat.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.mail.MailStore.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of mail does, whatever it keeps it in. */
public abstract class MailContract {
    private static final long ANN = 1;
    private static final long BOB = 2;
    private static final UserName NAME = UserName.of("Zoë");

    private Instant now = Instant.parse("2026-11-22T12:00:00.123Z");
    private MailStore store;

    /** A store without a letter. */
    protected abstract MailStore open(InstantSource clock, Duration keep) throws Exception;

    protected abstract void close();

    @BeforeEach
    void openStore() throws Exception {
        store = open(() -> now, Duration.ofDays(30));
    }

    @AfterEach
    void closeStore() {
        close();
    }

    private Verdict keep(long owner, long account, long mark, String text) {
        return store.keep(new Letter(owner, NAME, account, mark, text)).join();
    }

    private void write(String text) {
        assertThat(keep(BOB, ANN, 7, text)).isEqualTo(Verdict.KEPT);
    }

    private MailStore.Page handOver(long after, int most) {
        return store.handOver(BOB, after, most).join();
    }

    private List<String> texts() {
        return handOver(0, 1000).mails().stream().map(Mail::text).toList();
    }

    @Test
    void shouldHandOverWhatItWasGivenTheOldestFirst() {
        write("one \uD83D\uDE00 \" '");
        now = now.plusSeconds(1);
        write("two");

        MailStore.Page page = handOver(0, 10);
        assertThat(page.waiting()).isEqualTo(2);
        assertThat(page.mails()).extracting(Mail::text).containsExactly("one \uD83D\uDE00 \" '", "two");
        assertThat(page.mails()).allSatisfy(mail -> {
            assertThat(mail.from().toString()).isEqualTo("Zoë");
            assertThat(mail.again()).isFalse();
        });
        assertThat(page.mails().get(1).atMillis()).isEqualTo(now.toEpochMilli());
    }

    @Test
    void shouldGoOnPageByPage() {
        IntStream.range(0, 15).forEach(i -> write("line " + i));
        MailStore.Page first = handOver(0, 10);
        MailStore.Page second = handOver(first.mails().get(9).id(), 10);

        assertThat(first.waiting()).isEqualTo(15);
        assertThat(first.mails()).hasSize(10);
        assertThat(second.waiting()).isEqualTo(5);
        assertThat(second.mails())
                .extracting(Mail::text)
                .containsExactly("line 10", "line 11", "line 12", "line 13", "line 14");
    }

    @Test
    void shouldRemoveWhatWasTaken() {
        write("one");
        write("two");
        long first = handOver(0, 1).mails().get(0).id();

        assertThat(store.taken(first).join()).isEqualTo(1);
        assertThat(store.taken(first).join()).isZero();
        assertThat(texts()).containsExactly("two");
    }

    @Test
    void shouldSayOfWhatWasHandedOverBeforeThatItComesAgain() {
        write("one");
        write("two");
        handOver(0, 1);

        assertThat(handOver(0, 10).mails()).extracting(Mail::again).containsExactly(true, false);
    }

    @Test
    void shouldLetWaitAgainWhatWasNotWritten() {
        write("one");
        long id = handOver(0, 10).mails().get(0).id();

        assertThat(store.putBack(List.of(id, 999L)).join()).isEqualTo(1);
        assertThat(handOver(0, 10).mails()).extracting(Mail::again).containsExactly(false);
    }

    @Test
    void shouldGiveEachToItsOwnerOnly() {
        write("for bob");
        assertThat(keep(3, ANN, 7, "for carl")).isEqualTo(Verdict.KEPT);
        assertThat(texts()).containsExactly("for bob");
    }

    @Test
    void shouldTakeSoManyFromOneAuthor() {
        IntStream.range(0, MailStore.MOST_OF_ONE).forEach(i -> write("line " + i));
        assertThat(keep(BOB, ANN, 7, "more")).isEqualTo(Verdict.FULL_FOR_AUTHOR);
        assertThat(keep(BOB, 5, 8, "of another")).isEqualTo(Verdict.KEPT);
        assertThat(keep(3, ANN, 7, "for another")).isEqualTo(Verdict.KEPT);
    }

    @Test
    void shouldTakeSoManyFromGuests() {
        for (int i = 0; i < MailStore.MOST_OF_GUESTS; i++) {
            assertThat(keep(BOB, Account.NONE, 100 + i, "line " + i)).isEqualTo(Verdict.KEPT);
        }
        assertThat(keep(BOB, Account.NONE, 99, "more")).isEqualTo(Verdict.FULL_FOR_GUESTS);
        assertThat(keep(BOB, ANN, 7, "of somebody registered")).isEqualTo(Verdict.KEPT);
    }

    @Test
    void shouldTakeSoManyForOnePerson() {
        for (int i = 0; i < MailStore.MOST; i++) {
            assertThat(keep(BOB, 1000 + i, 1000 + i, "line " + i)).isEqualTo(Verdict.KEPT);
        }
        assertThat(keep(BOB, ANN, 7, "more")).isEqualTo(Verdict.FULL);
        assertThat(store.taken(handOver(0, 1).mails().get(0).id()).join()).isEqualTo(1);
        assertThat(keep(BOB, ANN, 7, "more")).isEqualTo(Verdict.KEPT);
    }

    @Test
    void shouldLetGoOfWhatNobodyHasComeFor() {
        IntStream.range(0, MailStore.MOST_OF_ONE).forEach(i -> write("old " + i));
        now = now.plus(Duration.ofDays(30));
        assertThat(texts()).isEmpty();
        write("new");
        assertThat(texts()).containsExactly("new");
    }

    @Test
    void shouldForgetWhatSomebodyHasWritten() {
        write("one");
        assertThat(keep(BOB, 5, 8, "of another")).isEqualTo(Verdict.KEPT);
        assertThat(store.forget(Set.of(7L, 77L)).join()).isEqualTo(1);
        assertThat(texts()).containsExactly("of another");
    }

    @Test
    void shouldForgetOnlyWhatWasWrittenLately() {
        write("old");
        now = now.plus(Duration.ofHours(1));
        write("new");
        assertThat(store.forget(Set.of(7L), now.toEpochMilli()).join()).isEqualTo(1);
        assertThat(texts()).containsExactly("old");
    }

    @Test
    void shouldRemoveWhatWaitsForAnAccountThatIsGivenUp() {
        write("one");
        write("two");
        assertThat(keep(3, ANN, 7, "for carl")).isEqualTo(Verdict.KEPT);
        assertThat(store.clear(BOB).join()).isEqualTo(2);
        assertThat(texts()).isEmpty();
        assertThat(store.handOver(3, 0, 10).join().mails()).hasSize(1);
    }

    @Test
    void shouldNotTellTheTextToALog() {
        write("psst");
        assertThat(handOver(0, 10).toString()).doesNotContain("psst");
        assertThat(new Letter(BOB, NAME, ANN, 7, "psst").toString()).doesNotContain("psst");
    }
}

package chat.server.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of accounts does. */
public abstract class AccountStoreContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    /** A store that knows no account. */
    protected abstract AccountStore store();

    /** The same again, after whatever holds it was closed and opened; what does not outlive that is the same store. */
    protected abstract AccountStore reopened() throws Exception;

    private static <T> T kept(CompletableFuture<T> change)
            throws ExecutionException, InterruptedException, TimeoutException {
        return change.get(10, SECONDS);
    }

    private static Account add(AccountStore store, String name) throws Exception {
        return kept(store.add(UserName.of(name), "hash of " + name, false, NOON))
                .orElseThrow();
    }

    @Test
    void shouldBeginWithoutAny() {
        assertThat(store().all()).isEmpty();
    }

    @Test
    void shouldKeepAllThatIsKnownOfAnAccount() throws Exception {
        Account ann = add(store(), "Ann");
        assertThat(ann.id()).isPositive();
        assertThat(ann).isEqualTo(new Account(ann.id(), UserName.of("Ann"), false, NOON));
        assertThat(reopened().all()).containsExactly(new AccountStore.Stored(ann, "hash of Ann", List.of()));
        assertThat(reopened().all().get(0).account().name().toString()).isEqualTo("Ann");
    }

    @Test
    void shouldRefuseANameThatIsThereInAnyCase() throws Exception {
        Account ann = add(store(), "ann");
        assertThat(kept(store().add(UserName.of("ANN"), "another", true, NOON))).isEmpty();
        assertThat(reopened().all()).containsExactly(new AccountStore.Stored(ann, "hash of ann", List.of()));
    }

    @Test
    void shouldGiveANameToOneOfManyWhoWantItAtOnce() throws Exception {
        AccountStore store = store();
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Optional<Account>>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(CompletableFuture.supplyAsync(() -> {
                        await(go);
                        return store;
                    })
                    .thenCompose(there -> there.add(UserName.of("ann"), "hash", false, NOON)));
        }
        go.countDown();
        int taken = 0;
        for (CompletableFuture<Optional<Account>> one : asked) {
            taken += kept(one).isPresent() ? 1 : 0;
        }
        assertThat(taken).isEqualTo(1);
        assertThat(reopened().all()).hasSize(1);
    }

    private static void await(CountDownLatch go) {
        try {
            assertThat(go.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Straße", "Ἀχιλλεύς", "李小龍", "नमस्ते", "İpek", "a.b_c-d", "o'", "x"})
    void shouldKeepUnusualNames(String name) throws Exception {
        Optional<UserName> parsed = UserName.parse(name);
        if (parsed.isEmpty()) {
            return; // no name, so that nobody can register it
        }
        Account account = add(store(), name);
        AccountStore.Stored again = reopened().all().get(0);
        assertThat(again.account()).isEqualTo(account);
        assertThat(again.account().name()).hasToString(parsed.get().toString());
        assertThat(kept(reopened().add(parsed.get(), "another", false, NOON))).isEmpty();
    }

    @Test
    void shouldChangeWhatIsAskedForAndNothingElse() throws Exception {
        Account ann = add(store(), "ann");
        Account bob = add(store(), "bob");
        assertThat(kept(store().setOperator(ann.id(), true))).isTrue();
        assertThat(kept(store().setPassword(ann.id(), "new"))).isTrue();
        assertThat(kept(store().setPlaces(ann.id(), List.of(-1L, Long.MAX_VALUE))))
                .isTrue();
        assertThat(reopened().all())
                .containsExactlyInAnyOrder(
                        new AccountStore.Stored(ann.withOperator(true), "new", List.of(-1L, Long.MAX_VALUE)),
                        new AccountStore.Stored(bob, "hash of bob", List.of()));
        assertThat(kept(reopened().setOperator(ann.id(), false))).isTrue();
        assertThat(reopened().all())
                .extracting(stored -> stored.account().operator())
                .containsOnly(false);
    }

    @Test
    void shouldNotGiveANumberTwice() throws Exception {
        Account ann = add(store(), "ann");
        assertThat(kept(store().remove(ann.id()))).isTrue();
        assertThat(reopened().all()).isEmpty();
        assertThat(add(reopened(), "ann").id()).isGreaterThan(ann.id());
    }

    @Test
    void shouldSayThatAnAccountIsNotThere() throws Exception {
        AccountStore store = store();
        for (CompletableFuture<Boolean> change : Stream.of(
                        store.setOperator(7, true),
                        store.setPassword(7, "x"),
                        store.setPlaces(7, List.of()),
                        store.remove(7))
                .toList()) {
            assertThat(kept(change)).isFalse();
        }
    }

    @Test
    void shouldRenewAPasswordUnlessItHasBeenChanged() {
        AccountStore store = store();
        long id = store.add(UserName.of("renewed"), "old", false, Instant.EPOCH)
                .join()
                .orElseThrow()
                .id();
        assertThat(store.renewPassword(id, "old", "new").join()).isTrue();
        assertThat(store.renewPassword(id, "old", "newer").join()).isFalse();
        assertThat(store.renewPassword(id, "new", "newest").join()).isTrue();
        assertThat(store.renewPassword(id + 1, "", "new").join()).isFalse();
    }
}

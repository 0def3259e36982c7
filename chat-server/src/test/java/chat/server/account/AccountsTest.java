package chat.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.room.NotKeptException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final UserName ANN = UserName.of("ann");

    private final Accounts accounts = new Accounts(() -> Instant.EPOCH);

    private static Account added(CompletableFuture<Optional<Account>> adding) {
        return adding.join().orElseThrow();
    }

    @Test
    void shouldFindANameInAnyCaseAndByItsNumber() {
        Account ann = added(accounts.add(ANN, true, "hash"));
        assertThat(ann).isEqualTo(new Account(ann.id(), ANN, true, Instant.EPOCH));
        assertThat(accounts.find(UserName.of("Ann"))).contains(ann);
        assertThat(accounts.find(ann.id())).contains(ann);
        assertThat(accounts.find(UserName.of("bob"))).isEmpty();
        assertThat(accounts.find(99)).isEmpty();
    }

    @Test
    void shouldReserveWhatLooksLikeARegisteredName() {
        Account alice = added(accounts.add(UserName.of("alice"), false, "hash"));
        assertThat(accounts.inTheWay(UserName.of("a1ice"))).contains(alice);
        assertThat(accounts.add(UserName.of("a1ice"), false, "hash").join()).isEmpty();
        assertThat(accounts.inTheWay(UserName.of("bob"))).isEmpty();
    }

    @Test
    void shouldReserveWhatIsARegisteredNameWithDigitsForLetters() {
        Account nicky = added(accounts.add(UserName.of("nicky"), false, "hash"));
        assertThat(accounts.inTheWay(UserName.of("n1cky"))).contains(nicky);
        assertThat(accounts.inTheWay(UserName.of("nlcky"))).isEmpty();
        assertThat(accounts.inTheWay(UserName.of("n1cky"), nicky.id())).isEmpty();
        Account other = added(accounts.add(UserName.of("nlcky"), false, "hash"));
        assertThat(accounts.inTheWay(UserName.of("n1cky"), nicky.id()))
                .as("the other one, too")
                .contains(other);
        assertThat(accounts.inTheWay(UserName.of("n1cky"), other.id())).contains(nicky);
    }

    @Test
    void shouldKnowWhoIsMeantByWhatAReaderCannotTellApartAndNobodyElse() {
        Account nicky = added(accounts.add(UserName.of("nicky"), false, "hash"));
        Account other = added(accounts.add(UserName.of("nlcky"), false, "hash"));
        assertThat(accounts.meantBy(UserName.of("Nicky"))).contains(nicky);
        assertThat(accounts.meantBy(UserName.of("n1cky"))).contains(other);
        assertThat(accounts.meantBy(UserName.of("n1ck7"))).isEmpty();
        accounts.remove(other.id()).join();
        assertThat(accounts.meantBy(UserName.of("n1cky"))).isEmpty();
    }

    @Test
    void shouldKeepNamesThatWereRegisteredBeforeAnybodyFoundThemAlike() {
        MemoryAccounts store = new MemoryAccounts();
        store.add(UserName.of("anna"), "hash", false, Instant.EPOCH).join();
        store.add(UserName.of("ann4"), "hash", false, Instant.EPOCH).join();
        Accounts later = new Accounts(() -> Instant.EPOCH, store);
        assertThat(later.find(UserName.of("anna"))).isPresent();
        assertThat(later.find(UserName.of("ann4"))).isPresent();
        assertThat(later.add(UserName.of("4nna"), false, "hash").join()).isEmpty();
    }

    @Test
    void shouldFreeANameAndWhatLooksLikeItWhenItIsGivenUp() {
        for (int i = 0; i < 300; i++) { // more numbers than Java keeps one object for
            Account alice = added(accounts.add(UserName.of("alice"), false, "hash"));
            assertThat(accounts.remove(alice.id()).join()).isTrue();
            assertThat(accounts.remove(alice.id()).join()).isFalse();
            assertThat(accounts.inTheWay(UserName.of("a1ice"))).isEmpty();
            assertThat(accounts.find(alice.id())).isEmpty();
        }
    }

    @Test
    void shouldTellTheRoleAsItIsNow() {
        Account ann = added(accounts.add(ANN, false, "hash"));
        assertThat(accounts.setOperator(ann.id(), true).join()).contains(ann.withOperator(true));
        assertThat(accounts.find(ANN)).contains(ann.withOperator(true));
        assertThat(accounts.setOperator(99, true).join()).isEmpty();
    }

    @Test
    void shouldRememberTheLastPlacesOnly() {
        Account ann = added(accounts.add(ANN, false, "hash"));
        for (long place = 1; place <= 10; place++) {
            accounts.loggedIn(ann.id(), place);
        }
        accounts.loggedIn(ann.id(), 5);
        assertThat(accounts.stored(ANN).orElseThrow().places()).containsExactly(3L, 4L, 6L, 7L, 8L, 9L, 10L, 5L);
    }

    @Test
    void shouldGiveTheNameBackWhenItCannotBeKept() {
        List<CompletableFuture<Optional<Account>>> asked = new ArrayList<>();
        MemoryAccounts full = new MemoryAccounts();
        AccountStore failing = new ForwardingAccounts(full) {
            @Override
            public CompletableFuture<Optional<Account>> add(
                    UserName name, String password, boolean operator, Instant since) {
                CompletableFuture<Optional<Account>> later = new CompletableFuture<>();
                asked.add(later);
                return later;
            }
        };
        Accounts here = new Accounts(() -> Instant.EPOCH, failing);
        CompletableFuture<Optional<Account>> first = here.add(ANN, false, "hash");
        assertThat(here.add(ANN, false, "hash").join())
                .as("while it is on its way")
                .isEmpty();
        assertThat(here.find(ANN)).as("not before it is kept").isEmpty();
        asked.get(0).completeExceptionally(new NotKeptException("the disk is full"));
        assertThat(first).isCompletedExceptionally();
        var unused = here.add(ANN, false, "hash");
        assertThat(asked).hasSize(2);
    }
}

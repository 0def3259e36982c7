package chat.server.contact;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every store of people's lists does, whatever it keeps them in. */
public abstract class ContactContract {
    private static final UserName EVE = UserName.of("Eve");
    private static final Contact REGISTERED = new Contact(EVE, 7, 0, 0);
    private static final Contact GUEST = new Contact(EVE, 0, 0, -77);

    /** A store with what was kept in it before; it is opened anew each time. */
    protected abstract ContactStore open() throws Exception;

    @AfterEach
    protected abstract void close();

    @Test
    void shouldKnowWhatWasEnteredInTheOrderOfIt() throws Exception {
        ContactStore store = open();
        assertThat(store.all()).isEmpty();
        store.add(1, REGISTERED).join();
        store.add(1, GUEST).join();
        store.add(2, GUEST).join();

        ContactStore again = open();
        assertThat(again.all()).hasSize(2).containsEntry(1L, List.of(REGISTERED, GUEST));
        assertThat(again.all()).containsEntry(2L, List.of(GUEST));
    }

    @Test
    void shouldHaveEachOnce() throws Exception {
        ContactStore store = open();
        store.add(1, REGISTERED).join();
        Contact renamed = new Contact(UserName.of("mallory"), 7, 0, 0);
        store.add(1, renamed).join();
        assertThat(open().all()).containsEntry(1L, List.of(renamed));
    }

    @Test
    void shouldTakeSomebodyOff() throws Exception {
        ContactStore store = open();
        store.add(1, REGISTERED).join();
        store.add(1, GUEST).join();
        assertThat(store.remove(1, REGISTERED).join()).isEqualTo(1);
        assertThat(store.remove(2, GUEST).join()).isZero();
        assertThat(open().all()).containsEntry(1L, List.of(GUEST));
    }

    @Test
    void shouldForgetTheListOfAnAccountThatIsGivenUp() throws Exception {
        ContactStore store = open();
        store.add(1, REGISTERED).join();
        store.add(1, GUEST).join();
        store.add(2, GUEST).join();
        assertThat(store.clear(1).join()).isEqualTo(2);
        assertThat(open().all()).containsOnlyKeys(2L);
    }
}

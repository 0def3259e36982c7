package chat.server.contact;

import static chat.server.contact.ContactKind.AWAITED;
import static chat.server.contact.ContactKind.IGNORED;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import java.util.List;
import java.util.Map;
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
        assertThat(store.all(IGNORED)).isEmpty();
        store.add(IGNORED, 1, REGISTERED).join();
        store.add(IGNORED, 1, GUEST).join();
        store.add(IGNORED, 2, GUEST).join();

        ContactStore again = open();
        assertThat(again.all(IGNORED)).hasSize(2).containsEntry(1L, List.of(REGISTERED, GUEST));
        assertThat(again.all(IGNORED)).containsEntry(2L, List.of(GUEST));
    }

    @Test
    void shouldHaveEachOnce() throws Exception {
        ContactStore store = open();
        store.add(IGNORED, 1, REGISTERED).join();
        Contact renamed = new Contact(UserName.of("mallory"), 7, 0, 0);
        store.add(IGNORED, 1, renamed).join();
        assertThat(open().all(IGNORED)).containsEntry(1L, List.of(renamed));
    }

    @Test
    void shouldTakeSomebodyOff() throws Exception {
        ContactStore store = open();
        store.add(IGNORED, 1, REGISTERED).join();
        store.add(IGNORED, 1, GUEST).join();
        assertThat(store.remove(IGNORED, 1, REGISTERED).join()).isEqualTo(1);
        assertThat(store.remove(IGNORED, 2, GUEST).join()).isZero();
        assertThat(open().all(IGNORED)).containsEntry(1L, List.of(GUEST));
    }

    @Test
    void shouldKeepListsOfEachKind() throws Exception {
        ContactStore store = open();
        Contact anybody = new Contact(EVE, 0, 0, 0);
        store.add(IGNORED, 1, GUEST).join();
        store.add(AWAITED, 1, anybody).join();
        assertThat(open().all(AWAITED)).isEqualTo(Map.of(1L, List.of(anybody)));

        store = open();
        store.add(AWAITED, 1, REGISTERED).join();
        assertThat(open().all(AWAITED)).as("each name once").isEqualTo(Map.of(1L, List.of(REGISTERED)));

        store = open();
        assertThat(store.remove(AWAITED, 1, anybody).join()).isEqualTo(1);
        assertThat(open().all(AWAITED)).isEmpty();
        assertThat(open().all(IGNORED)).containsOnlyKeys(1L);
    }

    @Test
    void shouldForgetTheListsOfAnAccountThatIsGivenUp() throws Exception {
        ContactStore store = open();
        store.add(IGNORED, 1, REGISTERED).join();
        store.add(IGNORED, 1, GUEST).join();
        store.add(IGNORED, 2, GUEST).join();
        store.add(AWAITED, 1, GUEST).join();
        assertThat(store.clear(1).join()).isEqualTo(3);
        assertThat(open().all(AWAITED)).isEmpty();
        assertThat(open().all(IGNORED)).containsOnlyKeys(2L);
    }
}

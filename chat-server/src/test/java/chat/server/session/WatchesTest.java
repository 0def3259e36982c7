package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.Account;
import chat.server.contact.Contact;
import chat.server.contact.ContactKind;
import chat.server.contact.ContactStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WatchesTest {
    private static final UserName ZOE = UserName.of("zoe");
    private static final String HERE = "* zoe is here now.";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Account carl = chat.accounts().add(UserName.of("carl"), false).join();
    private final ContactStore store = ContactStore.inMemory();
    private final Terminal reader = chat.join("guest");

    /** As after a restart. */
    private Watches begin() {
        Watches watches = new Watches(store, chat.registry());
        chat.registry().listen(watches);
        assertThat(reader.session().identity().logIn(carl)).isTrue();
        reader.text();
        return watches;
    }

    @Test
    void shouldKnowWhatWasKept() {
        store.add(ContactKind.AWAITED, carl.id(), new Contact(ZOE, Account.NONE, 0, 0))
                .join();
        begin();
        chat.connect().type("/setname Zoe");
        assertThat(reader.lines()).contains("* Zoe is here now.");
    }

    @Test
    void shouldNotTakeSomebodyElseForTheOwnerOfAnAccount() {
        Account zoe = chat.accounts().add(ZOE, false).join();
        store.add(ContactKind.AWAITED, carl.id(), new Contact(ZOE, zoe.id(), 0, 0))
                .join();
        begin();
        chat.accounts().remove(zoe.id()).join();
        chat.connect().type("/setname zoe");
        assertThat(reader.lines()).doesNotContain(HERE);
    }

    @Test
    void shouldNotTellPeopleOfThemselves() {
        Watches watches = begin();
        assertThat(watches.watch(reader.session(), new Contact(ZOE, Account.NONE, 0, 0)))
                .isCompletedWithValue(false);
        reader.type("/setname zoe");
        assertThat(reader.lines()).doesNotContain(HERE);
    }

    @Test
    void shouldForgetWhoHasLeft() {
        Terminal guest = chat.join("bob");
        guest.type("/notify zoe").hangUp();
        chat.connect().type("/setname zoe");
        assertThat(guest.text()).doesNotContain(HERE);
    }
}

package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.common.RoomName;
import chat.common.UserName;
import chat.server.account.Account;
import chat.server.account.AccountStore;
import chat.server.account.AccountStoreContract;
import chat.server.account.Accounts;
import chat.server.contact.Contact;
import chat.server.contact.ContactKind;
import chat.server.mail.Letter;
import chat.server.mail.MailStore;
import chat.server.room.Drafts;
import chat.server.room.NotKeptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.Assertions;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAccountsTest extends AccountStoreContract {
    @TempDir
    private Path directory;

    private SqliteStore file;

    @BeforeEach
    void open() throws StoreException {
        file = SqliteStore.open(StoreSettings.in(directory), InstantSource.system());
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Override
    protected AccountStore store() {
        return file.accounts();
    }

    @Override
    protected AccountStore reopened() throws Exception {
        file.close();
        open();
        return file.accounts();
    }

    @Test
    void shouldRefuseWhatComesAfterTheEnd() {
        AccountStore accounts = file.accounts();
        file.close();
        Assertions.assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> accounts.add(UserName.of("ann"), "hash", false, Instant.EPOCH)
                        .get())
                .withCauseInstanceOf(NotKeptException.class);
    }

    @Test
    void shouldKnowTheNamesAgainAfterAStart() throws Exception {
        Account ann = new Accounts(InstantSource.system(), file.accounts())
                .add(UserName.of("alice"), false, "hash")
                .get()
                .orElseThrow();
        Accounts accounts = new Accounts(InstantSource.system(), reopened());
        assertThat(accounts.find(UserName.of("ALICE"))).contains(ann);
        assertThat(accounts.inTheWay(UserName.of("a1ice"))).contains(ann);
    }

    @Test
    void shouldBringAFileOfTheFirstVersionToThisOne() throws Exception {
        file.close();
        Files.delete(directory.resolve("chat.db"));
        String url = "jdbc:sqlite:" + directory.resolve("chat.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations(Schema.STEPS)
                .target("1")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO history VALUES ('x')");
            statement.executeUpdate("INSERT INTO room (id, name, topic) VALUES (1, 'lobby', 'tea')");
            statement.executeUpdate("INSERT INTO room (id, name, key) VALUES (2, 'den', 'sesame')");
            statement.executeUpdate("INSERT INTO entry (id, at, messages, kind, author, text, mark)"
                    + " VALUES ((1 << 40) + 1, 1000, 1, 0, 'ann', 'hello', 7)");
        }
        open();
        assertThat(file.era()).isEqualTo("x");
        assertThat(file.accounts().all()).isEmpty();
        assertThat(file.rooms())
                .extracting(
                        room -> room.name().toString(),
                        room -> room.state().topic(),
                        room -> room.state().key())
                .containsExactlyInAnyOrder(tuple("lobby", "tea", ""), tuple("den", "", "sesame"));
        new Drafts(file, RoomName.LOBBY).say("bob", "hi").kept();
        shouldWorkWithWhatIsNew();
        file.close();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT group_concat(author || account, ' ') FROM entry")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("ann0 bob0");
        }
        assertThat(List.of(directory.toFile().list())).anyMatch(name -> name.startsWith("chat-v1-"));
    }

    /** In a file that had no table for it. */
    private void shouldWorkWithWhatIsNew() {
        long owner = Owners.add(file, "owner");
        assertThat(file.mail()
                        .keep(new Letter(owner, UserName.of("bob"), 0, 7, "psst"))
                        .join())
                .isEqualTo(MailStore.Verdict.KEPT);
        assertThat(file.contacts()
                        .add(ContactKind.IGNORED, owner, new Contact(UserName.of("bob"), 0, 0, 7))
                        .join())
                .isEqualTo(1);
        assertThat(file.sanctions().all()).isEmpty();
    }

    @Test
    void shouldRemoveWhatIsTheOwnersAloneInTheSameChange() {
        long id = file.accounts()
                .add(UserName.of("leaving"), "hash", false, Instant.EPOCH)
                .join()
                .orElseThrow()
                .id();
        file.contacts()
                .add(ContactKind.IGNORED, id, new Contact(UserName.of("bob"), 0, 0, 7))
                .join();
        file.mail().keep(new Letter(id, UserName.of("bob"), 0, 7, "psst")).join();
        assertThat(file.accounts().remove(id).join()).isTrue();
        assertThat(file.contacts().clear(id).join()).as("nothing left").isZero();
        assertThat(file.mail().clear(id).join()).as("nothing left").isZero();
    }

    @Test
    void shouldKeepNothingForAnAccountThatIsGone() {
        long id = Owners.add(file, "leaving");
        assertThat(file.accounts().remove(id).join()).isTrue();
        assertThat(file.mail()
                        .keep(new Letter(id, UserName.of("bob"), 0, 7, "psst"))
                        .join())
                .isEqualTo(MailStore.Verdict.NOBODY);
        assertThat(file.contacts()
                        .add(ContactKind.IGNORED, id, new Contact(UserName.of("bob"), 0, 0, 7))
                        .join())
                .isZero();
        assertThat(file.mail().clear(id).join()).isZero();
        assertThat(file.contacts().clear(id).join()).isZero();
    }
}

package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.common.UserName;
import chat.server.mail.Letter;
import chat.server.mail.Mail;
import chat.server.mail.MailContract;
import chat.server.mail.MailStore;
import chat.server.room.NotKeptException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMailTest extends MailContract {
    private static final Letter LETTER = new Letter(2, UserName.of("ann"), 1, 7, "psst");

    @TempDir
    private Path directory;

    private @Nullable SqliteStore store;

    private SqliteStore store(InstantSource clock, Duration keep) throws StoreException {
        store = SqliteStore.open(StoreSettings.in(directory).withMailKeep(keep), clock);
        Owners.addTo(store);
        return store;
    }

    @Override
    protected MailStore open(InstantSource clock, Duration keep) throws StoreException {
        return store(clock, keep).mail();
    }

    @Override
    protected void close() {
        if (store != null) {
            store.close();
        }
    }

    private int rows() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM mail")) {
            return row.next() ? row.getInt(1) : -1;
        }
    }

    @Test
    void shouldKnowInTheNextRunWhatWaitsAndWhatWasHandedOver() throws Exception {
        close();
        MailStore mail = open(InstantSource.system(), MailStore.KEEP);
        mail.keep(LETTER).join();
        mail.keep(LETTER).join();
        long first = mail.handOver(2, 0, 1).join().mails().get(0).id();
        close();

        MailStore again = open(InstantSource.system(), MailStore.KEEP);
        assertThat(again.handOver(2, 0, 10).join().mails())
                .extracting(Mail::again)
                .containsExactly(true, false);
        assertThat(again.taken(first).join()).isEqualTo(1);
        again.keep(LETTER).join();
        assertThat(again.handOver(2, 0, 10).join().mails()).extracting(Mail::id).doesNotContain(first);
    }

    @Test
    void shouldEmptyTheFileOfWhatNobodyHasComeFor() throws Exception {
        close();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
        open(now::get, Duration.ofHours(1)).keep(LETTER).join();
        close();
        now.set(now.get().plus(Duration.ofHours(1)));
        open(now::get, Duration.ofHours(1));
        Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> rows() == 0);
    }

    @Test
    void shouldRefuseWhatComesTooLate() throws Exception {
        close();
        MailStore mail = open(InstantSource.system(), MailStore.KEEP);
        close();
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> mail.keep(LETTER).join())
                .withCauseInstanceOf(NotKeptException.class);
    }
}

package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Done;
import chat.common.event.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who was answered to be banned is banned: a server is killed at random instants while somebody bans one name after the
 * other. Twice, or as often as {@code -Dkills=100} says.
 */
@Tag("long")
class BanKillIT {
    private static final int KILLS = Integer.getInteger("kills", 2);

    /** Fewer than a room may have, which is reached before a late kill. */
    private static final int MOST = 190;

    @TempDir
    private Path data;

    @Test
    void shouldKeepOutWhoWasAnsweredToBeBanned() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Set<String> banned = ConcurrentHashMap.newKeySet();
        for (int kill = 1; kill <= KILLS; kill++) {
            String when = "kill " + kill + " of seed " + seed;
            killed(kill, random.nextInt(500), banned);
            assertThat(column("SELECT name FROM sanction WHERE room LIKE 'staff%'"))
                    .as(when)
                    .containsAll(banned);
            assertThat(column("SELECT whom FROM audit WHERE action = 'ban'"))
                    .as("%s: ban and record are both there, or neither", when)
                    .isEqualTo(column("SELECT name FROM sanction WHERE room LIKE 'staff%'"))
                    .containsAll(banned);
        }
        assertThat(banned).isNotEmpty();
        String name = banned.stream()
                .filter(raider -> raider.startsWith("raider1x"))
                .findFirst()
                .orElseThrow();
        try (Program server = server();
                Talker raider = new Talker(server, name)) {
            assertThat(raider.asks("/join staff1").event())
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(Failure.Code.BANNED));
        }
        assertThat(Files.readString(data.resolve("audit.log"))).contains(banned);
        System.out.printf("%d kills (seed %d): %d bans answered and kept%n", KILLS, seed, banned.size());
    }

    private Program server() throws IOException {
        return Program.server("--port", "0", "--bind", "127.0.0.1", "--no-limits", "--data", data.toString());
    }

    private void killed(int kill, long afterMillis, Set<String> banned) throws Exception {
        try (Program server = server();
                Talker ann = new Talker(server, "ann" + kill)) {
            ann.asks("/join staff" + kill); // one of its own, since a room has a bound
            Thread bans = new Thread(() -> ban(kill, ann, banned));
            bans.start();
            int before = banned.size();
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> banned.size() > before + 5);
            TimeUnit.MILLISECONDS.sleep(afterMillis); // the instant is what is random here
            server.signal("KILL");
            server.exitCode();
            bans.join();
        }
    }

    private static void ban(int kill, Talker ann, Set<String> banned) {
        try {
            for (int i = 0; i < MOST; i++) {
                String name = "raider" + kill + "x" + i;
                if (ann.asks("/ban " + name + " for 1d because raid").event() instanceof Done) {
                    banned.add(name);
                }
            }
        } catch (IOException e) {
            // the server is dead, in the middle of a line perhaps
        }
    }

    private Set<String> column(String sql) throws SQLException {
        Set<String> values = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("chat.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}

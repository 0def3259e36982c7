package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Done;
import chat.common.event.Failure;
import chat.common.event.Received;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who was answered to be banned is banned: a server is killed at random instants while somebody bans one name after the
 * other. Twice, or as often as {@code -Dkills=100} says.
 */
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
        try (Program server = server()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                String name = banned.stream()
                        .filter(raider -> raider.startsWith("raider1x"))
                        .findFirst()
                        .orElseThrow();
                BufferedReader lines = begins(socket, name, 1); // the first in order is of the first room
                assertThat(answer(lines, "in").event())
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.code()).isEqualTo(Failure.Code.BANNED));
            }
        }
        assertThat(Files.readString(data.resolve("audit.log"))).contains(banned);
        System.out.printf("%d kills (seed %d): %d bans answered and kept%n", KILLS, seed, banned.size());
    }

    private Program server() throws IOException {
        return Program.server("--port", "0", "--bind", "127.0.0.1", "--no-limits", "--data", data.toString());
    }

    private void killed(int kill, long afterMillis, Set<String> banned) throws Exception {
        try (Program server = server();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            BufferedReader lines = begins(socket, "ann" + kill, kill);
            answer(lines, "in");
            Thread bans = new Thread(() -> ban(kill, socket, lines, banned));
            bans.start();
            int before = banned.size();
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> banned.size() > before + 5);
            TimeUnit.MILLISECONDS.sleep(afterMillis); // the instant is what is random here
            server.signal("KILL");
            server.exitCode();
            bans.join();
        }
    }

    /** Each kill has a room of its own, since a room has a bound. */
    private static BufferedReader begins(Socket socket, String name, int kill) throws IOException {
        send(socket, "/format json\n/setname " + name + "\n@in /join staff" + kill + "\n");
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    private static void ban(int kill, Socket socket, BufferedReader lines, Set<String> banned) {
        try {
            for (int i = 0; i < MOST; i++) {
                String name = "raider" + kill + "x" + i;
                send(socket, "@" + name + " /ban " + name + " for 1d because raid\n");
                if (answer(lines, name).event() instanceof Done) {
                    banned.add(name);
                }
            }
        } catch (IOException e) {
            // the server is dead, in the middle of a line perhaps
        }
    }

    private static void send(Socket socket, String lines) throws IOException {
        socket.getOutputStream().write(lines.getBytes(UTF_8));
    }

    /** The answer to a line, by its tag. */
    private static Received answer(BufferedReader lines, String tag) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("{")) {
                try {
                    Received received = JsonLines.parse(line);
                    if (tag.equals(received.tag())) {
                        return received;
                    }
                } catch (MalformedLineException e) {
                    throw new IOException(e);
                }
            }
        }
        throw new IOException("no answer to " + tag);
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

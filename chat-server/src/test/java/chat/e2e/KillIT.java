package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Message;
import chat.common.event.Received;
import chat.common.event.Said;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seen means kept: a server under load is killed at random instants, and whatever anybody has read, or was told that it was
 * said, is in its file afterwards. Three times, or as often as {@code -Dkills=100} says.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int SPEAKERS = 4;

    @TempDir
    private Path data;

    /** What members have read, and what speakers were told, by id. */
    private final ConcurrentMap<String, String> seen = new ConcurrentHashMap<>();

    private final ConcurrentMap<String, String> confirmed = new ConcurrentHashMap<>();

    @Test
    void shouldHaveEverythingThatAnybodyHasSeen() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        long stored = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            int seenBefore = seen.size();
            run(kill, 1 + random.nextInt(1500));
            long now = check("kill " + kill + " of seed " + seed);
            assertThat(now).as("goes on behind what was kept").isGreaterThan(stored);
            assertThat(seen.size()).isGreaterThan(seenBefore);
            stored = now;
        }
        System.out.printf(
                "%d kills (seed %d): %d entries kept, %d seen, %d confirmed%n",
                KILLS, seed, stored, seen.size(), confirmed.size());
    }

    private void run(int kill, long afterMillis) throws Exception {
        List<Member> members = new ArrayList<>();
        try (Program server =
                Program.server("--port", "0", "--bind", "127.0.0.1", "--no-limits", "--data", data.toString())) {
            int port = server.port();
            Member reader = new Member(port, "reader" + kill);
            members.add(reader);
            for (int i = 0; i < SPEAKERS; i++) {
                Member speaker = new Member(port, "speaker" + i + "x" + kill);
                members.add(speaker);
                speaker.speaks();
            }
            int before = seen.size();
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> seen.size() > before + 100);
            TimeUnit.MILLISECONDS.sleep(afterMillis); // the instant is what is random here
            server.signal("KILL");
            server.exitCode();
        } finally {
            for (Member member : members) {
                member.close();
            }
        }
    }

    /** Compares with the file; how many entries it has. */
    private long check(String when) throws SQLException {
        Map<Long, String> texts = new HashMap<>();
        String era;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("chat.db"));
                Statement statement = connection.createStatement()) {
            assertThat(one(statement, "PRAGMA integrity_check")).as(when).isEqualTo("ok");
            era = one(statement, "SELECT era FROM history");
            try (ResultSet row = statement.executeQuery(
                    "SELECT e.id & 0xffffffffff, e.author || ': ' || e.text FROM entry e JOIN room r ON r.id = e.id >> 40"
                            + " WHERE r.name = 'lobby'")) {
                while (row.next()) {
                    texts.put(row.getLong(1), String.valueOf(row.getString(2)));
                }
            }
        }
        for (long sequence = 1; sequence <= texts.size(); sequence++) {
            assertThat(texts).as("%s: no holes", when).containsKey(sequence);
        }
        seen.forEach((id, text) -> assertThat(texts.get(sequence(id, era)))
                .as("%s: seen %s", when, id)
                .isEqualTo(text));
        confirmed.forEach((id, text) -> assertThat(texts.get(sequence(id, era)))
                .as("%s: said %s", when, id)
                .isEqualTo(text));
        return texts.size();
    }

    private static long sequence(String id, String era) {
        assertThat(id).startsWith(era + "-");
        return Long.parseLong(id.substring(era.length() + 1));
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    /** A program in the lobby. */
    private final class Member implements AutoCloseable {
        private final Socket socket;
        private final String name;
        private final Thread reads = new Thread(this::read);
        private volatile boolean open = true;
        private final Thread speaks = new Thread(this::speak);
        private volatile boolean named;

        Member(int port, String name) throws IOException {
            this.name = name;
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(("/format json\n/setname " + name + "\n").getBytes(UTF_8));
            reads.start();
            Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> named);
        }

        void speaks() {
            speaks.start();
        }

        private void speak() {
            try {
                for (int i = 0; open; i++) {
                    socket.getOutputStream().write(("@" + i + " /all line " + i + "\n").getBytes(UTF_8));
                    if (i % 50 == 0) {
                        TimeUnit.MILLISECONDS.sleep(5); // else it is far ahead of what is read
                    }
                }
            } catch (IOException | InterruptedException e) {
                open = false; // the server is dead
            }
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("{") && line.endsWith("}")) {
                        take(JsonLines.parse(line));
                    }
                }
            } catch (IOException | MalformedLineException e) {
                open = false; // the server is dead, in the middle of a line perhaps
            }
        }

        private void take(Received received) {
            named = true;
            String id = received.id();
            if (id == null) {
                return;
            }
            if (received.event() instanceof Message message) {
                seen.put(id, message.from() + ": " + message.text());
            } else if (received.event() instanceof Said) {
                confirmed.put(id, name + ": line " + received.tag());
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            open = false;
            socket.close();
            reads.join();
            speaks.join();
        }
    }
}

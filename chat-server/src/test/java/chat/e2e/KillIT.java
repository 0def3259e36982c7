package chat.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Action;
import chat.common.event.Authored;
import chat.common.event.Forgotten;
import chat.common.event.Received;
import chat.common.event.Removed;
import chat.common.event.Said;
import chat.common.event.Topic;
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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seen means kept, and forgotten means gone: a server under load, with people in two rooms of whom one takes back what they
 * wrote again and again, is killed at random instants. Whatever anybody has read, or was told that it was said, is in its
 * file afterwards; what was told to be removed is not. Three times, or as often as {@code -Dkills=100} says.
 */
@Tag("long")
class KillIT {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int SPEAKERS = 4;

    /** A word of the lines that are taken back: who wrote it, and before which time of taking back. */
    private static final Pattern SECRET = Pattern.compile("zsecret\\d+q\\d+q");

    @TempDir
    private Path data;

    /** What members have read, or were told that it was said, since the last kill: by room and id. */
    private final ConcurrentMap<String, String> seen = new ConcurrentHashMap<>();

    /** The words of lines that are gone, as their author was told. */
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    /** What nobody should have read. */
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();

    private final AtomicLong seenBefore = new AtomicLong();

    @Test
    void shouldHaveEverythingThatAnybodyHasSeen() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        long stored = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            run(kill, 1 + random.nextInt(1500), random.nextInt(400));
            long now = check("kill " + kill + " of seed " + seed);
            assertThat(now).as("goes on behind what was kept").isGreaterThan(stored);
            stored = now;
        }
        assertThat(wrong).as("seed %d", seed).isEmpty();
        System.out.printf(
                "%d kills (seed %d): %d entries kept, %d seen, taken back %d times%n",
                KILLS, seed, stored, seenBefore.get(), gone.size());
    }

    private void run(int kill, long afterMillis, long forgetMillis) throws Exception {
        List<Member> members = new ArrayList<>();
        try (Program server =
                Program.server("--port", "0", "--bind", "127.0.0.1", "--no-limits", "--data", data.toString())) {
            int port = server.port();
            members.add(new Member(port, "reader" + kill, "lobby"));
            members.add(new Member(port, "listener" + kill, "staff"));
            for (int i = 0; i < SPEAKERS; i++) {
                Member speaker = new Member(port, "speaker" + i + "x" + kill, i % 2 == 0 ? "lobby" : "staff");
                members.add(speaker);
                speaker.does(speaker::speak);
            }
            Member forgetful = new Member(port, "forgetful" + kill, "staff");
            members.add(forgetful);
            forgetful.does(() -> forgetful.forget(kill, forgetMillis));
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> seen.size() > 100);
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
    private long check(String when) throws SQLException, IOException {
        long entries;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("chat.db"));
                Statement statement = connection.createStatement()) {
            assertThat(one(statement, "PRAGMA integrity_check")).as(when).isEqualTo("ok");
            statement.execute("INSERT INTO word (word) VALUES ('integrity-check')");
            entries = Long.parseLong(one(statement, "SELECT count(*) FROM entry"));
            assertThat(one(
                            statement,
                            "SELECT count(*) FROM (SELECT 1 FROM entry GROUP BY id >> 40"
                                    + " HAVING count(*) <> max(id) & 0xffffffffff)"))
                    .as("%s: rooms with holes in their ids", when)
                    .isEqualTo("0");
            String era = one(statement, "SELECT era FROM history");
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT kind, author, text FROM entry WHERE id = (SELECT id FROM room WHERE name = ?) * 1099511627776"
                            + " + ?")) {
                for (Map.Entry<String, String> line : seen.entrySet()) {
                    String place = line.getKey();
                    int blank = place.indexOf(' ');
                    String kept = kept(select, place.substring(0, blank), sequence(place.substring(blank + 1), era));
                    boolean takenBack = SECRET.matcher(line.getValue()).find() && kept.equals("3 null: ");
                    assertThat(takenBack ? line.getValue() : kept)
                            .as("%s: %s", when, line.getKey())
                            .isEqualTo(line.getValue());
                }
            }
        }
        checkGone(when);
        seenBefore.addAndGet(seen.size());
        seen.clear();
        return entries;
    }

    private static String kept(PreparedStatement select, String room, long sequence) throws SQLException {
        select.setString(1, room);
        select.setLong(2, sequence);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getInt(1) + " " + row.getString(2) + ": " + row.getString(3) : "missing";
        }
    }

    /** No byte of any file tells what somebody was told to be gone. */
    private void checkGone(String when) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) { // the local socket is there, too
                Matcher secret = SECRET.matcher(Files.readString(file, ISO_8859_1));
                while (secret.find()) {
                    assertThat(gone).as("%s: in %s", when, file).doesNotContain(secret.group());
                }
            }
        }
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

    /** What somebody does until the server is dead. */
    @FunctionalInterface
    private interface Deeds {
        void run() throws IOException, InterruptedException;
    }

    /** A program in a room. */
    private final class Member implements AutoCloseable {
        private final Socket socket;
        private final String name;
        private final String room;
        private final Thread reads = new Thread(this::read);
        private @Nullable Thread deeds;
        private final ConcurrentMap<String, String> sent = new ConcurrentHashMap<>();
        private volatile boolean open = true;
        private volatile boolean there;
        private volatile boolean forgotten;

        Member(int port, String name, String room) throws IOException {
            this.name = name;
            this.room = room;
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            send("/format json\n/setname " + name + "\n/join " + room + "\n@there /ping\n");
            reads.start();
            Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> there);
        }

        private void send(String lines) throws IOException {
            socket.getOutputStream().write(lines.getBytes(UTF_8));
        }

        void does(Deeds what) {
            deeds = new Thread(() -> {
                try {
                    what.run();
                } catch (IOException | InterruptedException e) {
                    open = false; // the server is dead
                }
            });
            deeds.start();
        }

        private void say(int tag, int kind, String verb, String text) throws IOException {
            sent.put(Integer.toString(tag), kind + " " + name + ": " + text);
            send("@" + tag + " " + verb + " " + text + "\n");
        }

        void speak() throws IOException, InterruptedException {
            for (int i = 0; open; i++) {
                if (i % 100 == 99) {
                    say(i, 2, "/topic", "topic " + i);
                } else {
                    say(i, i % 10 == 9 ? 1 : 0, i % 10 == 9 ? "/me" : "/all", "line " + i);
                }
                if (i % 10 == 0) {
                    TimeUnit.MILLISECONDS.sleep(5); // else it is far ahead of what is read
                }
            }
        }

        void forget(int kill, long millis) throws IOException, InterruptedException {
            int tag = 0;
            for (int time = 1; open; time++) {
                String word = "zsecret" + kill + "q" + time + "q";
                for (int i = 0; i < 100; i++) {
                    say(tag++, i % 10 == 9 ? 1 : 0, i % 10 == 9 ? "/me" : "/all", word + " " + i);
                }
                TimeUnit.MILLISECONDS.sleep(millis);
                forgotten = false;
                send("/forget me now\n");
                while (open && !forgotten) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                if (forgotten) {
                    gone.add(word);
                }
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
            open = false;
        }

        private void take(Received received) {
            there |= "there".equals(received.tag());
            if (received.event() instanceof Forgotten) {
                forgotten = true;
            }
            String id = received.id();
            if (id == null) {
                return;
            }
            if (received.event() instanceof Authored told) {
                seen.put(told.room() + " " + id, kind(told) + " " + told.from() + ": " + told.text());
                Matcher secret = SECRET.matcher(told.text());
                if (received.replay() && secret.find() && gone.contains(secret.group())) {
                    wrong.add(id + ": " + told.text());
                }
            } else if (received.event() instanceof Said) {
                seen.put(room + " " + id, sent.getOrDefault(received.tag(), "nothing that was sent"));
            } else if (received.event() instanceof Removed removed
                    && removed.lines().isEmpty()) {
                wrong.add(id + ": " + removed);
            }
        }

        private int kind(Authored told) {
            if (told instanceof Topic) {
                return 2;
            }
            return told instanceof Action ? 1 : 0;
        }

        @Override
        public void close() throws IOException, InterruptedException {
            open = false;
            socket.close();
            reads.join();
            if (deeds != null) {
                deeds.join();
            }
        }
    }
}

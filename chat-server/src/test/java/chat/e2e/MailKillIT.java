package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Goodbye;
import chat.common.event.PrivateKept;
import chat.common.event.PrivateMessage;
import chat.common.event.PrivateSent;
import chat.common.event.Received;
import chat.common.event.Registered;
import chat.common.event.Welcome;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mail is neither lost nor doubled in silence: people write to bob, who comes and goes, and the server is killed at random
 * instants. Whatever an author was told to be kept, bob reads, then or later; what he reads twice says so the second time.
 * Three times, or as often as {@code -Dkills=100} says.
 */
@Tag("long")
class MailKillIT {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int AUTHORS = 4;
    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path data;

    /** The texts of which their authors were told that they are kept. */
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    /** How often bob has read each text as if for the first time, and with which id. */
    private final Map<String, AtomicInteger> unmarked = new ConcurrentHashMap<>();

    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Set<String> again = ConcurrentHashMap.newKeySet();
    /** What authors were answered, how often. */
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();

    private final Set<String> wrong = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    @Test
    void shouldNeitherLoseNorDoubleMail() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        register("bob", "carl");
        for (int kill = 1; kill <= KILLS; kill++) {
            run(kill, 300 + random.nextInt(1500), random.nextLong());
        }
        try (Program server = server()) {
            running = true;
            Conversation bob = new Conversation(server.port(), "/login bob " + PASSWORD);
            for (int left = -1; left != 0; ) { // until a whole look brings nothing
                left = bob.readMail(500);
            }
            bob.close();
        }
        assertThat(wrong).as("seed %d", seed).isEmpty();
        assertThat(kept).as("seed %d: nobody was away", seed).hasSizeGreaterThan(KILLS);
        assertThat(kept).as("seed %d: lost", seed).allMatch(text -> unmarked.containsKey(text) || again.contains(text));
        assertThat(unmarked)
                .as("seed %d: doubled", seed)
                .allSatisfy((text, count) -> assertThat(count.get()).as(text).isEqualTo(1));
        System.out.printf(
                "%d kills (seed %d): %d messages kept, %d perhaps told again; authors were answered %s%n",
                KILLS, seed, kept.size(), again.size(), answers);
    }

    private Program server() {
        return Program.server("--port", "0", "--bind", "127.0.0.1", "--data", data.toString(), "--no-limits");
    }

    private void register(String... names) throws IOException {
        try (Program server = server()) {
            for (String name : names) {
                try (Conversation owner = new Conversation(server.port(), "/setname " + name)) {
                    assertThat(owner.ask("/register " + PASSWORD)).isEqualTo(new Registered(UserName.of(name)));
                }
            }
        }
    }

    private void run(int kill, long afterMillis, long seed) throws Exception {
        List<Thread> threads = new ArrayList<>();
        try (Program server = server()) {
            int port = server.port();
            running = true;
            for (int i = 0; i < AUTHORS; i++) {
                String name = i == 0 ? "carl" : "author" + i;
                String coming = i == 0 ? "/login carl " + PASSWORD : "/setname " + name;
                threads.add(new Thread(() -> untilDead(() -> write(port, coming, kill + " " + name))));
            }
            threads.add(new Thread(() -> untilDead(() -> comeAndGo(port, new Random(seed)))));
            threads.forEach(Thread::start);
            TimeUnit.MILLISECONDS.sleep(afterMillis); // the instant is what is random here
            server.signal("KILL");
            server.exitCode();
        } finally {
            running = false;
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    /** What somebody does until the server is dead. */
    @FunctionalInterface
    private interface Deeds {
        void run() throws IOException, InterruptedException;
    }

    private void untilDead(Deeds deeds) {
        try {
            deeds.run();
        } catch (IOException e) {
            // the server is dead
        } catch (InterruptedException e) {
            wrong.add("interrupted");
        }
    }

    private void write(int port, String coming, String words) throws IOException, InterruptedException {
        try (Conversation author = new Conversation(port, coming)) {
            for (int i = 0; running; i++) {
                String text = words + " " + i;
                Event answer = author.ask("/private bob " + text);
                String kind = answer.getClass().getSimpleName();
                answers.computeIfAbsent(kind, unknown -> new AtomicInteger()).incrementAndGet();
                if (answer instanceof PrivateKept) {
                    kept.add(text);
                } else if (answer instanceof PrivateSent) {
                    TimeUnit.MILLISECONDS.sleep(3); // he is here, and not what this is about
                } else if (answer instanceof Failure) {
                    TimeUnit.MILLISECONDS.sleep(10); // as many wait as may
                } else {
                    wrong.add("an answer to an author: " + answer);
                }
            }
        }
    }

    /** Leaves politely each time, so that only the kill leaves anything unread. */
    private void comeAndGo(int port, Random random) throws IOException, InterruptedException {
        while (running) {
            try (Conversation bob = new Conversation(port, "/login bob " + PASSWORD)) {
                bob.readMail(1 + random.nextInt(20));
                bob.leave();
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
        }
    }

    /** A program. */
    private final class Conversation implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;
        private int tag;
        private int messages;

        Conversation(int port, String coming) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            send("/format json");
            ask(coming);
        }

        private void send(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
        }

        Event ask(String line) throws IOException {
            String mine = Integer.toString(++tag);
            send("@" + mine + " " + line);
            while (true) {
                Received received = next();
                if (received == null) {
                    throw new IOException("the server is dead");
                }
                if (mine.equals(received.tag())) {
                    return received.event();
                }
            }
        }

        /** Reads for a while; how many private messages that were. */
        int readMail(int millis) throws IOException, InterruptedException {
            int before = messages;
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            do {
                ask("/ping");
                TimeUnit.MILLISECONDS.sleep(1);
            } while (System.nanoTime() - end < 0);
            return messages - before;
        }

        void leave() throws IOException {
            send("/quit");
            Received received = next();
            while (received != null && !(received.event() instanceof Goodbye)) {
                received = next(); // takes what comes on the way
            }
        }

        private @Nullable Received next() throws IOException {
            String line = lines.readLine();
            return line == null ? null : take(line);
        }

        private @Nullable Received take(String line) throws IOException {
            if (!line.startsWith("{")) {
                return new Received(new Welcome(), null, null, null);
            }
            try {
                Received received = JsonLines.parse(line);
                if (received.event() instanceof PrivateMessage message) {
                    read(received, message);
                }
                return received;
            } catch (MalformedLineException e) {
                throw new IOException("the server died in the middle of a line", e);
            }
        }

        private void read(Received received, PrivateMessage message) {
            messages++;
            String text = message.text();
            if (message.again()) {
                again.add(text);
            } else {
                unmarked.computeIfAbsent(text, unknown -> new AtomicInteger()).incrementAndGet();
            }
            String id = received.id();
            if (id != null) {
                String before = ids.putIfAbsent(text, id);
                if (before != null && !before.equals(id)) {
                    wrong.add(text + " has two ids");
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

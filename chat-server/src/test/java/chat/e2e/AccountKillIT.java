package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Failure;
import chat.common.event.LoggedIn;
import chat.common.event.PasswordChanged;
import chat.common.event.Registered;
import chat.common.event.Unregistered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server answers about a registered name is so: it is killed at random instants while names are registered, get another
 * password, and are given up. Three times, or as often as {@code -Dkills=100} says.
 */
@Tag("long")
class AccountKillIT {
    private static final int KILLS = Integer.getInteger("kills", 3);

    @TempDir
    private Path data;

    /** The password of each name whose registration was answered. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    /** What was asked for and not answered when the server died. */
    private volatile String nameUnderWay = "";

    private volatile String verbUnderWay = "";
    private volatile String passwordUnderWay = "";

    @Test
    void shouldKnowEachNameByThePasswordThatWasAnsweredLast() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            killed(kill, random.nextInt(200));
            try (Program server = server()) {
                for (String name : Set.copyOf(answered.keySet())) {
                    assertThat(canLogIn(server, name))
                            .as("%s, kill %d of seed %d", name, kill, seed)
                            .isTrue();
                }
                for (String name : gone) {
                    assertThat(canBeTaken(server, name))
                            .as("%s, kill %d of seed %d", name, kill, seed)
                            .isTrue();
                }
                if (verbUnderWay.equals("register") && !answered.containsKey(nameUnderWay)) {
                    boolean there = canLogIn(server, nameUnderWay, passwordUnderWay);
                    assertThat(canBeTaken(server, nameUnderWay))
                            .as("%s is there, or not, kill %d of seed %d", nameUnderWay, kill, seed)
                            .isEqualTo(!there);
                }
            }
        }
        assertThat(answered).isNotEmpty();
        assertThat(gone).isNotEmpty();
        System.out.printf("%d kills: %d names kept, %d given up%n", KILLS, answered.size(), gone.size());
    }

    private Program server() throws IOException {
        return Program.server("--port", "0", "--bind", "127.0.0.1", "--no-limits", "--data", data.toString());
    }

    private void killed(int kill, long afterMillis) throws Exception {
        try (Program server = server()) {
            int before = answered.size();
            int goneBefore = gone.size();
            Thread busy = new Thread(() -> change(kill, server));
            busy.start();
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> answered.size() > before + 1 && gone.size() > goneBefore);
            TimeUnit.MILLISECONDS.sleep(afterMillis); // the instant is what is random here
            server.signal("KILL");
            server.exitCode();
            busy.join();
        }
    }

    /** Registers one name after the other; each gets another password, and every second is given up. */
    private void change(int kill, Program server) {
        try {
            for (int i = 0; ; i++) {
                String name = "user" + kill + "x" + i;
                try (Talker talker = new Talker(server, name)) {
                    String password = "first-" + name;
                    if (asks(talker, "register", name, password, password) instanceof Registered) {
                        answered.put(name, password);
                    }
                    String second = "second-" + name;
                    if (asks(talker, "password", name, password + " " + second, second) instanceof PasswordChanged) {
                        answered.put(name, second);
                    }
                    if (i % 2 == 0 && asks(talker, "unregister", name, second, "") instanceof Unregistered) {
                        answered.remove(name);
                        gone.add(name);
                    }
                }
            }
        } catch (IOException e) {
            // the server is dead, in the middle of a line perhaps
        }
    }

    private Object asks(Talker talker, String verb, String name, String words, String leadsTo) throws IOException {
        nameUnderWay = name;
        passwordUnderWay = leadsTo;
        verbUnderWay = verb;
        Object event = talker.asks("/" + verb + " " + words).event();
        verbUnderWay = "";
        return event;
    }

    /** With the password that was answered; if a change was under way, with what that leads to is as good. */
    private boolean canLogIn(Program server, String name) throws IOException {
        if (canLogIn(server, name, answered.getOrDefault(name, ""))) {
            return true;
        }
        if (!name.equals(nameUnderWay)) {
            return false;
        }
        boolean unregistered = verbUnderWay.equals("unregister") && canBeTaken(server, name);
        boolean changed = verbUnderWay.equals("password") && canLogIn(server, name, passwordUnderWay);
        if (unregistered) {
            answered.remove(name);
            gone.add(name);
        } else if (changed) {
            answered.put(name, passwordUnderWay);
        }
        return unregistered || changed;
    }

    private static boolean canLogIn(Program server, String name, String password) throws IOException {
        try (Talker talker = new Talker(server, "")) {
            return talker.asks("/login " + name + " " + password).event() instanceof LoggedIn;
        }
    }

    private static boolean canBeTaken(Program server, String name) throws IOException {
        try (Talker talker = new Talker(server, "")) {
            return !(talker.asks("/setname " + name).event() instanceof Failure);
        }
    }
}

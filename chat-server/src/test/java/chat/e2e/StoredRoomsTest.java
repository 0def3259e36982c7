package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.ChatServer;
import chat.server.ServerConfig;
import chat.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read of a room that an earlier server has kept. */
class StoredRoomsTest {
    private static final int SAID = 150;

    @TempDir
    private Path directory;

    private ChatServer server;

    @BeforeEach
    void start() throws IOException {
        ServerConfig config = TestServer.config().withReplay(20).withStore(StoreSettings.in(directory));
        server = ChatServer.start(config);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart() throws IOException {
        stop();
        start();
    }

    private Person joins(String name) {
        return Person.joins(name, server.address().getPort());
    }

    private Person program(String name) {
        Person program = Person.connects(name, server.address().getPort(), Person.LF);
        program.reads("Welcome to ClientMessageSystem.");
        program.reads("Please choose a name: type /setname NAME and press Enter.");
        program.types("/format json");
        program.types("/setname " + name);
        return program;
    }

    /** The lines up to the one that ends an answer. */
    private static List<String> asks(Person person, String request, String... ends) {
        person.types(request);
        return readsTo(person, ends);
    }

    private static List<String> readsTo(Person person, String... ends) {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(person.next().replaceFirst("\\[\\d\\d:\\d\\d] ", "[time] "));
        } while (Stream.of(ends).noneMatch(lines.get(lines.size() - 1)::contains));
        return lines;
    }

    private void sayInTheLobby() {
        try (Person ann = joins("ann")) {
            IntStream.range(0, SAID).forEach(i -> ann.types("text " + i));
            ann.types("/join staff");
            ann.types("the plan");
            awaitSaid(ann, "the plan");
        }
    }

    /** Until what somebody has typed is history. */
    private static void awaitSaid(Person person, String text) {
        Awaitility.await().until(() -> {
            List<String> answer = asks(person, "/history 1", "history of", "line of");
            return answer.get(0).endsWith(": " + text);
        });
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "[time] ann: text " + i).toList();
    }

    @Test
    void shouldShowTheLastLinesToWhoJoinsTheNextServer() throws IOException {
        sayInTheLobby();
        restart();
        try (Person bob = joins("bob")) {
            assertThat(readsTo(bob, "text 149")).isEqualTo(texts(130, 150));
            assertThat(bob.inbox().unread()).isEmpty();
        }
    }

    @Test
    void shouldTellAllFormsOfHistoryOfAnEarlierServer() throws IOException {
        sayInTheLobby();
        restart();
        try (Person bob = joins("bob")) {
            readsTo(bob, "text 149");
            assertThat(asks(bob, "/history", "lines of lobby"))
                    .startsWith(texts(130, 150).toArray(new String[0]));
            List<String> hundred = asks(bob, "/history 100", "lines of lobby");
            assertThat(hundred)
                    .startsWith(texts(50, 150).toArray(new String[0]))
                    .hasSize(101);
            String before = hundred.get(100).replaceFirst(".*type ", "");
            assertThat(asks(bob, before, "lines of lobby"))
                    .containsExactlyElementsOf(with(texts(0, 50), "50 lines of lobby."));
            assertThat(asks(bob, before.replace("before", "after"), "lines of lobby"))
                    .containsExactlyElementsOf(with(texts(51, 150), "99 lines of lobby."));
            assertThat(asks(bob, "/history since 2020-01-01 10:30", "lines of lobby"))
                    .containsExactlyElementsOf(with(texts(0, 150), "150 lines of lobby."));
        }
    }

    private static List<String> with(List<String> lines, String last) {
        List<String> all = new ArrayList<>(lines);
        all.add(last);
        return all;
    }

    @Test
    void shouldFindWhatWasSaidOnAnEarlierServer() throws IOException {
        try (Person ann = joins("ann")) {
            ann.types("café for Bob at 10:30");
            ann.types("coffee for eve");
            awaitSaid(ann, "coffee for eve");
        }
        restart();
        try (Person bob = joins("bob")) {
            readsTo(bob, "coffee for eve");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(asks(bob, "/search CAFE 10:30", "found"))
                            .containsExactly("[lobby] [time] ann: café for Bob at 10:30", "1 line found."));
            assertThat(asks(bob, "/mentions", "named you"))
                    .containsExactly("[lobby] [time] ann: café for Bob at 10:30", "1 line named you before you came.");
        }
    }

    @Test
    void shouldGoOnWithTheIdsOfAnEarlierServer() throws IOException {
        String last = sayAsAProgram("before");
        restart();
        String next = sayAsAProgram("after");
        assertThat(era(next)).isEqualTo(era(last));
        assertThat(sequence(next)).isGreaterThan(sequence(last));
        try (Person bob = program("bob")) {
            assertThat(asks(bob, "@3 /history after " + last, "\"tag\":\"3\""))
                    .filteredOn(line -> isMessage(line) && line.contains("\"text\":\"after\""))
                    .isNotEmpty()
                    .allMatch(line -> line.contains(next));
        }
    }

    private String sayAsAProgram(String text) {
        try (Person ann = program("ann")) {
            ann.types("@1 /all " + text);
            return id(readsTo(ann, "\"tag\":\"1\""));
        }
    }

    private static boolean isMessage(String line) {
        return line.contains("\"event\":\"message\"");
    }

    private static String id(List<String> lines) {
        return lines.get(lines.size() - 1).replaceFirst(".*\"id\":\"([^\"]*)\".*", "$1");
    }

    private static String era(String id) {
        return id.replaceFirst("-.*", "");
    }

    private static long sequence(String id) {
        return Long.parseLong(id.replaceFirst(".*-", ""));
    }

    @Test
    void shouldTellALongHistoryInOrderWhileNewsGoOn() throws IOException {
        try (Person ann = joins("ann")) {
            IntStream.range(0, 3000).forEach(i -> ann.types("text " + i));
            awaitSaid(ann, "text 2999");
        }
        restart();
        try (Person bot = program("bot");
                Person ann = joins("ann")) {
            readsTo(bot, "\"replayed\"");
            readsTo(ann, "text 2999");
            List<String> told = new ArrayList<>();
            String request = "/history since 2020-01-01";
            for (int i = 0; !request.isEmpty(); i++) {
                ann.types("news");
                List<String> page = asks(bot, "@" + i + " " + request, "\"event\":\"history\"");
                told.addAll(page.stream()
                        .filter(line -> line.contains("\"replay\":true") && isMessage(line))
                        .toList());
                request = page.get(page.size() - 1).replaceFirst(".*\"next\":\"([^\"]*)\".*", "$1");
            }
            Function<String, String> text = line -> line.replaceFirst(".*\"text\":\"([^\"]*)\".*", "$1");
            assertThat(told.stream().map(text).filter(line -> !line.equals("news")))
                    .isEqualTo(
                            IntStream.range(0, 3000).mapToObj(i -> "text " + i).toList());
        }
    }
}

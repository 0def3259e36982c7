package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.e2e.TestServer.Entrance;
import chat.server.ChatServer;
import chat.server.ServerConfig;
import chat.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is not in a room reads nothing of it, whichever way they try, wherever it is kept. */
@ParameterizedClass(name = "kept in a file: {0}, from {1}")
@CsvSource({"false, PLAIN", "true, PLAIN", "false, WEB", "true, WEB_AND_TLS"})
class OutsiderTest {
    private static final String SECRET = "swordfish";

    @Parameter(0)
    private boolean stored;

    @Parameter(1)
    private Entrance entrance;

    @TempDir
    private Path directory;

    private ChatServer server;
    private Person ann;
    private Person eve;
    private String id = "";

    /** Ann has said the secret in a locked room, and named Eve in it; Eve is in the lobby. */
    @BeforeEach
    void tellASecret() throws IOException {
        ServerConfig config = TestServer.config().withReplay(20);
        server = entrance.start(stored ? config.withStore(StoreSettings.in(directory)) : config);
        ann = Person.joins("ann", entrance.door(server), Person.LF);
        eve = Person.joins("eve", entrance.door(server), Person.LF);
        asks(ann, "/join den", "You are in den");
        asks(ann, "/lock", "den");
        asks(ann, "/topic " + SECRET + " topic", "topic");
        ann.types(SECRET + " is the word, eve");
        ann.types("more");
        Awaitility.await().until(() -> asks(ann, "/search " + SECRET, "found").startsWith("2"));
        id = asks(ann, "/history 1", "of den").replaceFirst(".* ", "");
    }

    @AfterEach
    void hangUp() {
        ann.close();
        eve.close();
        server.close();
    }

    /** The last line of an answer; none of its lines has the secret in it, unless it is Ann's. */
    private String asks(Person person, String request, String end) {
        person.types(request);
        String line;
        do {
            line = person.next();
            assertThat(person == eve ? line : "").doesNotContain(SECRET);
        } while (!line.contains(end));
        return line;
    }

    @Test
    void shouldReadNothingByHistory() {
        asks(eve, "/history 100", "There is nothing of that in the history of lobby.");
        asks(eve, "/history before " + id + " den", "You are not in den.");
        asks(eve, "/history since 2020-01-01", "There is nothing of that in the history of lobby.");
    }

    @Test
    void shouldReadNothingByAnIdOfTheRoom() {
        String first = id.replaceFirst("-.*", "-1");
        asks(eve, "/history after " + first + " den", "You are not in den.");
        asks(eve, "/history after " + first, "lobby");
        asks(eve, "/history before " + id, "lobby");
    }

    @Test
    void shouldReadNothingBySearch() {
        asks(eve, "/search " + SECRET, "Nothing was found in your rooms.");
        asks(eve, "/search sword*", "Nothing was found in your rooms.");
    }

    @Test
    void shouldReadNothingByMentions() {
        asks(eve, "/mentions", "Nobody named you");
        asks(eve, "/mentions 50", "Nothing was found in your rooms.");
    }

    @Test
    void shouldReadNothingByTopic() {
        asks(eve, "/topic", "lobby");
        asks(eve, "/room den", "You are not in den.");
    }

    @Test
    void shouldNotSeeALockedRoomInTheList() {
        eve.types("/rooms");
        eve.reads("Rooms (/join ROOM goes to one, or makes it):");
        eve.reads("  lobby, 2 people, you are in it");
        asks(eve, "/allusers den", "You are not in den.");
    }

    @Test
    void shouldReadNothingByJoiningWithoutTheKey() {
        asks(eve, "/join den", "den");
        asks(eve, "/join den 12345", "den");
        asks(eve, "/search " + SECRET, "Nothing was found in your rooms.");
    }

    @Test
    void shouldReadNothingMoreAfterLeaving() {
        asks(ann, "/invite eve", "eve");
        eve.types("/join den");
        String line;
        do {
            line = eve.next();
        } while (!line.contains("more"));
        asks(eve, "/leave den", "lobby");
        ann.types(SECRET + " again");
        asks(eve, "/search " + SECRET, "Nothing was found in your rooms.");
        asks(eve, "/mentions", "Nobody named you");
        asks(eve, "/mentions 50", "Nothing was found in your rooms.");
        asks(eve, "/history after " + id + " den", "You are not in den.");
    }
}

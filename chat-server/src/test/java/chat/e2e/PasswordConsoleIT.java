package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.TaggedRequest;
import chat.common.UserName;
import chat.common.event.CommandList;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.FormatChanged;
import chat.common.event.Goodbye;
import chat.common.event.LoggedIn;
import chat.common.event.NameAccepted;
import chat.common.event.PasswordPrompt;
import chat.common.event.Pong;
import chat.common.event.Registered;
import chat.common.event.ReplayChanged;
import chat.common.event.Resumed;
import chat.common.event.Said;
import chat.common.event.Users;
import chat.common.wire.WireFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passwords on a terminal: what is on the screen, in what has gone out at its top, and in the files. */
class PasswordConsoleIT {
    private static final UserName ANN = UserName.of("ann");
    private static final String PASSWORD = "hunter2-\u00e9";

    private static final String WRONG = "hunter1";

    private final Queue<String> read = new ConcurrentLinkedQueue<>();
    private ServerSocket listener;
    private volatile Socket client;

    /** Answers as a server would that has registered names. */
    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                client = listener.accept();
                converse(client);
            }
        } catch (IOException e) {
            // closed: it is over
        }
    }

    private void converse(Socket socket) {
        try (socket;
                OutputStream out = socket.getOutputStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            out.write("Welcome.\r\n".getBytes(UTF_8));
            PasswordPrompt.Purpose asked = PasswordPrompt.Purpose.CURRENT;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                TaggedRequest tagged = TaggedRequest.parse(line);
                String verb = tagged.request().verb();
                String arguments = tagged.request().arguments();
                read.add(("/" + verb + " " + arguments).strip());
                if (verb.equals("register")) {
                    asked = PasswordPrompt.Purpose.NEW;
                } else if (verb.equals("login")) {
                    asked = PasswordPrompt.Purpose.CURRENT;
                }
                Event event = answer(verb, arguments, asked);
                if (event instanceof PasswordPrompt prompt) {
                    asked = prompt.purpose();
                }
                StringBuilder answer = new StringBuilder();
                WireFormat.JSON.append(event, null, tagged.tag(), answer);
                out.write(answer.toString().getBytes(UTF_8));
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static Event answer(String verb, String arguments, PasswordPrompt.Purpose asked) {
        return switch (verb) {
            case "format" -> new FormatChanged(arguments);
            case "resume" -> new Resumed(0);
            case "setname" -> new NameAccepted(UserName.of(arguments), true);
            case "allusers" -> new Users(RoomName.LOBBY, List.of(ANN));
            case "cmd" -> new CommandList(List.of());
            case "replay" -> new ReplayChanged(arguments.equals("on"));
            case "quit" -> new Goodbye(Goodbye.Reason.QUIT);
            case "all" -> new Said(RoomName.LOBBY);
            case "login" -> arguments.contains(" ") ? new LoggedIn(ANN, true) : prompt(PasswordPrompt.Purpose.CURRENT);
            case "register" -> prompt(PasswordPrompt.Purpose.NEW);
            case "secret" -> arguments.equals(WRONG) ? refusal() : answerToSecret(asked);
            default -> new Pong();
        };
    }

    private static Event answerToSecret(PasswordPrompt.Purpose asked) {
        return switch (asked) {
            case NEW -> prompt(PasswordPrompt.Purpose.AGAIN);
            case AGAIN -> new Registered(ANN);
            case CURRENT -> new LoggedIn(ANN, false);
        };
    }

    private static Failure refusal() {
        return new Failure(Failure.Code.WRONG_PASSWORD, "That name and password do not go together.");
    }

    private static PasswordPrompt prompt(PasswordPrompt.Purpose purpose) {
        return new PasswordPrompt(purpose, ANN, PasswordPrompt.Shown.YES, "Whoever is in between can read it.");
    }

    private Terminal joins(String name, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("localhost", Integer.toString(listener.getLocalPort()), "--name", name));
        arguments.addAll(List.of(options));
        Terminal terminal =
                new Terminal(Program.command(Program.thisJava(), "chat.client.jar", arguments.toArray(String[]::new)));
        terminal.records();
        return terminal;
    }

    private void reads(String line) {
        Awaitility.await().untilAsserted(() -> assertThat(read).contains(line));
    }

    /** Nowhere in what was drawn, in what can be seen or scrolled back to, or in any file of the client's. */
    private static void assertNowhere(Terminal terminal) throws IOException {
        for (String part : List.of(PASSWORD, "hunter", "unter2")) {
            assertThat(terminal.recordedText()).doesNotContain(part);
            assertThat(terminal.allRows()).noneMatch(row -> row.contains(part));
        }
        assertNotInFiles(terminal);
    }

    private static void assertNotInFiles(Terminal terminal) throws IOException {
        if (!Files.exists(terminal.state())) {
            return;
        }
        try (Stream<Path> files = Files.walk(terminal.state())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, UTF_8)).doesNotContain("hunter");
            }
        }
    }

    @Test
    void shouldShowAPasswordNowhereWhileItIsTyped() throws IOException {
        try (Terminal ann = joins("guest")) {
            ann.shows("guest>");
            ann.types("said before");
            ann.types("/login ann");
            ann.shows("Whoever is in between can read it.");
            ann.shows("Password of ann: ");
            ann.typesOnly(PASSWORD);
            ann.shows("Password of ann: " + "*".repeat(PASSWORD.length()));
            ann.presses("Up");
            ann.presses("C-r");
            ann.presses("Tab");
            ann.presses("Enter");
            reads("/secret " + PASSWORD);
            ann.shows("you are ann, and have logged in");
            ann.endsWith("ann>");
            ann.presses("C-y");
            ann.presses("C-_");
            ann.presses("Up");
            ann.endsWith("ann> said before");
            ann.presses("C-c");
            ann.types("//save " + ann.state().resolve("saved"));
            ann.shows("Saved to");
            assertNowhere(ann);
            client.close(); // comes back by itself
            reads("/login ann " + PASSWORD);
            ann.shows("Connected again");
            assertNowhere(ann);
        }
    }

    @Test
    void shouldTakeANewPasswordTypedTwiceInAHurry() throws IOException {
        try (Terminal ann = joins("ann")) {
            ann.shows("ann>");
            ann.types("/register");
            ann.shows("New password for ann: ");
            ann.typesOnly(PASSWORD);
            ann.presses("Enter");
            ann.typesOnly(PASSWORD);
            ann.shows("The new password once more: " + "*".repeat(PASSWORD.length()));
            ann.presses("Enter");
            ann.shows("The name ann is ");
            assertThat(read)
                    .filteredOn(line -> line.equals("/secret " + PASSWORD))
                    .hasSize(2);
            assertThat(read).noneMatch(line -> line.startsWith("/all "));
            assertNowhere(ann);
        }
    }

    @Test
    void shouldKeepAPasswordThatIsTypedAgainFromRoomsAndFiles() throws IOException {
        try (Terminal ann = joins("guest")) {
            ann.shows("guest>");
            ann.types("/login ann");
            for (int refused = 1; refused <= 3; refused++) {
                ann.endsWith("Password of ann:");
                ann.types(WRONG);
                int times = refused;
                Awaitility.await()
                        .untilAsserted(() -> assertThat(read)
                                .filteredOn(line -> line.equals("/secret " + WRONG))
                                .hasSize(times));
            }
            ann.shows("After 3 refusals you are not asked again");
            ann.endsWith("guest>");
            ann.types(PASSWORD);
            ann.shows("Nothing is asked any more");
            ann.presses("Up");
            ann.endsWith("guest>");
            ann.types("hello");
            reads("/all hello");
            assertThat(read).noneMatch(line -> line.startsWith("/all hunter"));
            assertNotInFiles(ann);
        }
    }

    @Test
    void shouldGiveUpWithEsc() throws IOException {
        try (Terminal ann = joins("ann")) {
            ann.shows("ann>");
            ann.types("/login ann");
            ann.shows("Password of ann: ");
            ann.typesOnly(PASSWORD);
            ann.presses("Escape");
            reads("/secret");
            ann.endsWith("ann>");
            ann.pastes(PASSWORD); // is seen now
            ann.endsWith("ann> " + PASSWORD);
        }
    }

    @Test
    void shouldLogInFromAFile() throws IOException {
        Path file = Files.createTempFile("password", "");
        try {
            Files.writeString(file, PASSWORD + "\n");
            try (Terminal ann = joins("ann", "--password-file", file.toString())) {
                ann.shows("ann>");
                reads("/login ann " + PASSWORD);
                assertThat(read).noneMatch(line -> line.startsWith("/setname"));
                assertNowhere(ann);
            }
        } finally {
            Files.delete(file);
        }
    }
}

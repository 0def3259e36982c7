package chat.client.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.client.config.ServerAddress;
import chat.client.link.Farewell;
import chat.client.link.LinkState;
import chat.client.link.LinkState.Dialect;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.Goodbye;
import chat.common.event.Joined;
import chat.common.event.Message;
import chat.common.event.NamePrompt;
import chat.common.event.PrivateSent;
import chat.common.event.Received;
import chat.common.event.Repeated;
import chat.common.event.Said;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScriptRunTest {
    private static final UserName BOT = UserName.of("bot");
    private static final Said SAID = new Said(RoomName.LOBBY);
    private static final Failure NOBODY = new Failure(Failure.Code.NOT_FOUND, "User not found: carl.");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Consumer<FakeLink> server = link -> link.answers("/all", SAID).answers("hi", SAID);
    private FakeLink link;
    private boolean follow;
    private Duration timeout = Duration.ofMinutes(1);

    @Test
    void shouldSayOneThingAndLeaveWhenItIsConfirmed() throws Exception {
        assertThat(send(LineForm.SAID, "deploy done")).isTrue();
        assertThat(link.sent).containsExactly("/all deploy done", "(leaves)");
        assertThat(out()).isEmpty();
        assertThat(err()).isEmpty();
    }

    @Test
    void shouldWriteOtherRoomsAsAServerWritesThem() {
        Output text = Output.text(new PrintStream(out, true, UTF_8));
        RoomName staff = new RoomName("staff");
        text.event(new Received(new Message(staff, BOT, "one"), null, null, null), null);
        text.event(new Received(new Joined(staff, "", 2, false), null, null, null), null);
        text.event(new Received(new Message(staff, BOT, "two"), null, null, null), null);
        text.event(new Received(new Message(RoomName.LOBBY, BOT, "three"), null, null, null), null);
        assertThat(out().lines())
                .containsExactly(
                        "[staff] bot: one",
                        "You are in staff with 1 other. What you type goes there.",
                        "bot: two",
                        "[lobby] bot: three");
    }

    @Test
    void shouldNeverMakeACommandOfWhatIsSaid() throws Exception {
        assertThat(send(LineForm.SAID, "/quit\n\n  /setname x\r\n")).isTrue();
        assertThat(link.sent).containsExactly("/all /quit", "/all   /setname x", "(leaves)");
    }

    @Test
    void shouldWriteToOnePersonAlone() throws Exception {
        server = link -> link.answers("/private carl", new PrivateSent(UserName.of("carl")));
        assertThat(send(LineForm.saidTo(UserName.of("carl")), "/quit")).isTrue();
        assertThat(link.sent).containsExactly("/private carl /quit", "(leaves)");
    }

    @Test
    void shouldTellTheServersSentenceWhenTheOneLineFails() throws Exception {
        server = link -> link.answers("/private carl", NOBODY);
        assertThat(send(LineForm.saidTo(UserName.of("carl")), "psst")).isFalse();
        assertThat(err()).isEqualTo("User not found: carl.\n");
    }

    @Test
    void shouldTellWhichLineFailedAndGoOn() throws Exception {
        server = link -> link.answers("/private", NOBODY).answers("hi", SAID);
        assertThat(pipe(LineForm.TYPED, "/private carl psst\nhi\n")).isFalse();
        assertThat(link.sent).containsExactly("/private carl psst", "hi", "(leaves)");
        assertThat(err()).isEqualTo("/private carl psst: User not found: carl.\n");
        assertThat(out()).isEqualTo("You have left the chat\n");
    }

    @Test
    void shouldTellThatSomebodyWithoutANameSaidNothing() throws Exception {
        server = link -> link.answers("hi", new NamePrompt()).onStart(l -> l.state(new LinkState.Unnamed(null)));
        assertThat(pipe(LineForm.TYPED, "hi\n")).isFalse();
        assertThat(err()).startsWith("hi: Please choose a name");
    }

    @Test
    void shouldEndWhenTheNameIsTaken() throws Exception {
        server = link -> link.onStart(l -> l.state(new LinkState.Unnamed("The name bot is taken.")));
        assertThat(pipe(LineForm.TYPED, "")).isFalse();
        assertThat(err()).isEqualTo("The name bot is taken.\n");
    }

    @Test
    void shouldTellWhyThereIsNoConnection() throws Exception {
        server = link -> link.onStart(l -> l.end(Farewell.How.REFUSED, "Cannot connect to localhost port 1: no."));
        assertThat(send(LineForm.SAID, "hi")).isFalse();
        assertThat(err()).isEqualTo("Cannot connect to localhost port 1: no.\n");
    }

    @Test
    void shouldTellTheLinesThatWereNotTakenBeforeTheConnectionWasLost() throws Exception {
        server = link -> link.answers("hi", SAID);
        assertThat(pipe(LineForm.TYPED, "hi\nho\n")).isFalse();
        assertThat(err()).isEqualTo("Not taken: ho (nobody says what to answer)\n");
    }

    @Test
    void shouldGiveUpWhenAConfirmationDoesNotCome() throws Exception {
        timeout = Duration.ofMillis(20);
        server = link -> link.answers("/all", line -> null);
        assertThat(send(LineForm.SAID, "hi")).isFalse();
        assertThat(err()).isEqualTo("The server at localhost port 1 has not confirmed it within 0 s.\n");
        assertThat(send(LineForm.SAID, "hi\nho")).isFalse();
        assertThat(err()).endsWith("Not confirmed within 0 s: hi\nNot confirmed within 0 s: ho\n");
    }

    @Test
    void shouldGiveUpWhenThereIsNoConnectionInTime() throws Exception {
        timeout = Duration.ofMillis(20);
        server = link -> link.onStart(l -> {});
        assertThat(pipe(LineForm.TYPED, "")).isFalse();
        assertThat(err()).isEqualTo("Cannot connect to localhost port 1: it took longer than 0 s.\n");
    }

    @Test
    void shouldCallItDoneWhenAllIsConfirmedThoughNobodySaysGoodbye() throws Exception {
        server = link -> link.answers("/all", SAID).endsWith(Farewell.How.LOST, "The connection was lost.");
        assertThat(send(LineForm.SAID, "hi")).isTrue();
        assertThat(err()).isEmpty();
    }

    @Test
    void shouldNotWaitForAGoodbyeThatDoesNotCome() throws Exception {
        timeout = Duration.ofMillis(20);
        server = link -> link.answers("/all", SAID).neverEnds();
        assertThat(send(LineForm.SAID, "hi")).isTrue();
        assertThat(err()).isEmpty();
    }

    @Test
    void shouldNotCallItDoneWhenTheConnectionIsLostBeforeTheInputEnds() throws Exception {
        server = link -> link.answers("hi", line -> {
            link.end(Farewell.How.LOST, "The connection was lost.");
            return SAID;
        });
        try (PipedOutputStream typing = new PipedOutputStream();
                PipedInputStream input = new PipedInputStream(typing)) {
            typing.write("hi\n".getBytes(UTF_8));
            typing.flush();
            assertThat(run(LineForm.TYPED, json(), false, List.of("-"), input)).isFalse();
        }
        assertThat(err()).isEqualTo("The connection was lost.\n");
    }

    @Test
    void shouldWriteWhatTheServerTellsAsText() throws Exception {
        server = link -> link.onStart(l -> {
            l.online();
            l.event(new Message(RoomName.LOBBY, UserName.of("ann"), "hi bot"));
        });
        assertThat(pipe(LineForm.TYPED, "")).isTrue();
        assertThat(out()).isEqualTo("ann: hi bot\nYou have left the chat\n");
    }

    @Test
    void shouldWriteTheWordsOfAServerThatSpeaksPlainTextOnly() throws Exception {
        server = link -> link.answers("hi", SAID).onStart(l -> {
            l.plain("Welcome.");
            l.state(new LinkState.Online(BOT, Dialect.TEXT, false));
        });
        assertThat(pipe(LineForm.TYPED, "hi\n")).isTrue();
        assertThat(out()).startsWith("Welcome.\n");
    }

    @Test
    void shouldFailWhenAServerThatSpeaksPlainTextOnlyDoesNotFindSomebody() throws Exception {
        server = link -> link.answers("/private", line -> {
                    link.plain("ann: not found");
                    link.plain("* bob(private): not found");
                    link.plain("User not found: carl.");
                    return SAID;
                })
                .onStart(l -> {
                    l.plain("Welcome.");
                    l.state(new LinkState.Online(BOT, Dialect.TEXT, false));
                });
        assertThat(send(LineForm.saidTo(UserName.of("carl")), "psst")).isFalse();
        assertThat(err()).isEqualTo("User not found: carl.\n");
    }

    @Test
    void shouldNotGoOnInJsonWithAServerThatSpeaksPlainTextOnly() throws Exception {
        server = link -> link.onStart(l -> l.plain("Welcome."));
        assertThat(run(LineForm.PROTOCOL, json(), false, List.of("-"), input("")))
                .isFalse();
        assertThat(out()).isEmpty();
        assertThat(err()).isEqualTo("The server at localhost port 1 speaks plain text only, no JSON.\n");
    }

    @Test
    void shouldAnswerInJsonWithTheTagsThatTheProgramChose() throws Exception {
        server = link -> link.answers("/all", SAID)
                .answers("/private", NOBODY)
                .answers("/quit", new Goodbye(Goodbye.Reason.QUIT));
        String lines = "@7 /all hi\n@x /private carl hi\n/all ho\n@bye /quit\n/all this is not read\n";
        assertThat(run(LineForm.PROTOCOL, json(), false, List.of("-"), input(lines)))
                .isFalse();
        assertThat(link.sent).containsExactly("/all hi", "/private carl hi", "/all ho", "/quit");
        assertThat(out().lines())
                .containsExactly(
                        "{\"event\":\"said\",\"room\":\"lobby\",\"tag\":\"7\"}",
                        "{\"event\":\"failure\",\"code\":\"not-found\",\"text\":\"User not found: carl.\",\"tag\":\"x\"}",
                        "{\"event\":\"said\",\"room\":\"lobby\"}",
                        "{\"event\":\"goodbye\",\"reason\":\"quit\",\"text\":\"You have left the chat\",\"tag\":\"bye\"}");
        assertThat(err()).isEmpty();
    }

    @Test
    void shouldCallALineTakenThatWasTakenBefore() throws Exception {
        server = link -> link.answers("/all", new Repeated());
        assertThat(send(LineForm.SAID, "hi")).isTrue();
        assertThat(run(LineForm.PROTOCOL, json(), false, List.of("-"), input("@7 /all hi\n")))
                .isTrue();
        assertThat(out()).startsWith("{\"event\":\"repeated\",\"tag\":\"7\"}\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void shouldEndWhenNobodyReadsItAnyMore() throws Exception {
        PrintStream closed = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        server = link -> link.onStart(l -> {
            l.online();
            l.event(new Message(RoomName.LOBBY, UserName.of("ann"), "hi"));
        });
        try (PipedOutputStream silent = new PipedOutputStream()) {
            assertThat(run(LineForm.TYPED, Output.text(closed), false, List.of("-"), new PipedInputStream(silent)))
                    .isFalse();
        }
        assertThat(err()).isEmpty();
    }

    @Test
    void shouldStayWhenItFollowsAndSaySoOnceWhenTheConnectionIsLost() throws Exception {
        follow = true;
        server = link -> link.answers("hi", line -> {
            link.state(new LinkState.Waiting("the connection was reset", 1, Duration.ofSeconds(1)));
            link.state(new LinkState.Waiting("no server is listening there", 2, Duration.ofSeconds(2)));
            link.state(new LinkState.Online(BOT, Dialect.JSON, true));
            link.end(Farewell.How.REPLACED, "Another one has taken over.");
            return SAID;
        });
        assertThat(pipe(LineForm.TYPED, "hi\n")).isFalse();
        assertThat(link.sent).containsExactly("hi");
        assertThat(err().lines())
                .containsExactly(
                        "The connection to localhost port 1 was lost: the connection was reset; trying again.",
                        "Connected to localhost port 1 again.",
                        "Another one has taken over.");
    }

    @Test
    void shouldSayOnceThatThereIsNoServerYetAndWaitForItWithoutEnd() throws Exception {
        follow = true;
        timeout = Duration.ZERO;
        server = link -> link.answers("hi", line -> {
                    link.state(new LinkState.Waiting("the connection was reset", 3, Duration.ofSeconds(1)));
                    link.end(Farewell.How.REPLACED, "Another one has taken over.");
                    return SAID;
                })
                .onStart(l -> {
                    l.state(new LinkState.Waiting("no server is listening there", 2, Duration.ofSeconds(1)));
                    l.state(new LinkState.Waiting("no server is listening there", 3, Duration.ofSeconds(2)));
                    l.online();
                });
        assertThat(pipe(LineForm.TYPED, "hi\n")).isFalse();
        assertThat(err().lines())
                .containsExactly(
                        "Cannot connect to localhost port 1: no server is listening there; trying again.",
                        "Connected to localhost port 1.",
                        "The connection to localhost port 1 was lost: the connection was reset; trying again.",
                        "Another one has taken over.");
    }

    private boolean send(LineForm form, String text) throws InterruptedException {
        return run(form, Output.NONE, text.lines().count() == 1, List.of(text), InputStream.nullInputStream());
    }

    private boolean pipe(LineForm form, String input) throws InterruptedException {
        return run(form, Output.text(new PrintStream(out, true, UTF_8)), false, List.of("-"), input(input));
    }

    private Output json() {
        return Output.json(new PrintStream(out, true, UTF_8));
    }

    private boolean run(LineForm form, Output output, boolean alone, List<String> texts, InputStream in)
            throws InterruptedException {
        Script script = new Script(new ServerAddress("localhost", 1), BOT, form, alone, follow, timeout);
        return ScriptRun.run(script, new LineSource(texts, in), output, new PrintStream(err, true, UTF_8), listener -> {
            link = new FakeLink(listener);
            server.accept(link);
            return link;
        });
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }
}

package chat.client.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.LinkState;
import chat.client.link.LinkState.Dialect;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Goodbye;
import chat.common.event.Joined;
import chat.common.event.Message;
import chat.common.event.Received;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a script writes: as people read, or as programs do. */
class ScriptOutputTest extends ScriptRehearsal {
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
}

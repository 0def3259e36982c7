package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmdCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");

    @ParameterizedTest
    @ValueSource(strings = {"/cmd", "/help", "/CMD"})
    void shouldListEveryCommand(String line) {
        assertThat(ann.type(line).lines())
                .containsExactly(
                        "Commands (/cmd NAME explains one):",
                        "Talking:",
                        "  /all TEXT                 says TEXT to everyone in the room; so does TEXT alone",
                        "  /private NAME TEXT        writes TEXT to NAME alone",
                        "  /reply TEXT               writes TEXT to whoever wrote to you alone last",
                        "  /me TEXT                  tells the room what you do",
                        "  /history [WHICH]          tells what was said before",
                        "  /search TEXT              finds what was said in your rooms",
                        "  /mentions [COUNT]         finds who named you while you were away",
                        "  /forget me                takes back all that you have written",
                        "Rooms:",
                        "  /allusers [ROOM]          lists who is in the room, or in another",
                        "  /rooms                    lists the rooms",
                        "  /join ROOM [KEY]          goes to a room, or makes it",
                        "  /leave [ROOM]             leaves the room you are in, or another",
                        "  /room ROOM                makes what you type go to a room you are in",
                        "  /topic [TEXT]             tells what the room is about, or makes it TEXT",
                        "  /invite NAME              asks somebody into the room",
                        "Your name:",
                        "  /setname NAME             takes a name, or changes yours",
                        "  /register [PASSWORD]      makes your name yours for good",
                        "  /login [NAME] [PASSWORD]  takes a registered name that is yours",
                        "Others, and being away:",
                        "  /ignore [NAME]            reads nothing more of NAME",
                        "  /unignore NAME            reads somebody again whom you ignored",
                        "  /away [TEXT]              tells TEXT to those who write to you alone, or ends that",
                        "  /notify [NAME]            tells you when NAME comes",
                        "  /unnotify NAME            does not tell you any more when NAME comes",
                        "  /whois NAME               tells whether somebody has logged in",
                        "This chat:",
                        "  /cmd [COMMAND]            lists the commands, or explains one",
                        "  /quit                     leaves the chat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cmd private", "/cmd /private", "/cmd PRIVATE", "/help msg", "/help /msg"})
    void shouldExplainOne(String line) {
        assertThat(ann.type(line).lines())
                .containsExactly(
                        "/private NAME TEXT - writes TEXT to NAME alone.",
                        "  Nobody else reads it. It is kept for registered people who are away. /msg is the same.",
                        "  Example: /private bob hello");
    }

    @ParameterizedTest
    @CsvSource({
        "privat, privat, private",
        "/privat, privat, private",
        "PRIVAT, privat, private",
        "al, al, all",
        "/, '', me"
    })
    void shouldNameTheNearestWhenThereIsNoSuchCommand(String given, String verb, String nearest) {
        assertThat(ann.type("/cmd " + given).lines())
                .containsExactly("There is no command /" + verb + "; did you mean /" + nearest
                        + "? Type /cmd to see all commands.");
    }

    @Test
    void shouldExplainOneAtATime() {
        assertThat(ann.type("/cmd all private").lines())
                .containsExactly("Please type /cmd [COMMAND], for example: /cmd private");
    }
}

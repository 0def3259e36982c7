package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The programs people have, on terminals as people see them. */
class TerminalIT {
    private static Program server;
    private static String port;

    @BeforeAll
    static void start() {
        server = Program.server("--port", "0", "--bind", "127.0.0.1");
        port = Integer.toString(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldLetTelnetNcAndTheClientTalk() {
        try (Terminal ann = new Terminal("telnet", "127.0.0.1", port);
                Terminal bob = new Terminal("nc", "127.0.0.1", port);
                Terminal cid = new Terminal(client())) {
            takesName(ann, "ann");
            takesName(bob, "bob");
            cid.shows("Your name:");
            cid.types("cid");
            cid.shows("cid>");
            ann.types("hello from telnet");
            bob.shows("ann: hello from telnet");
            cid.shows("ann  hello from telnet");
            bob.types("grüße from nc");
            ann.shows("bob: grüße from nc");
            cid.shows("bob  grüße from nc");
            cid.types("/private ann between us");
            ann.shows("cid(private): between us");
            cid.shows("you → ann (private): between us");
            cid.types("/all hello from the client");
            ann.shows("cid: hello from the client");
            bob.shows("cid: hello from the client");
            assertThat(bob.screen()).doesNotContain("between us");

            List.of(ann, bob, cid).forEach(person -> person.types("/quit"));

            for (Terminal person : List.of(ann, bob, cid)) {
                person.shows("You have left the chat");
                person.exitCode(); // waits for it; telnets and ncs differ in which one they choose
            }
            assertThat(cid.exitCode()).isZero();
        }
    }

    @Test
    void shouldTellHowToLeaveWhenCtrlCIsPressedInTelnet() {
        try (Terminal eve = new Terminal("telnet", "127.0.0.1", port);
                Person fay = Person.joins("fay", Integer.parseInt(port))) {
            takesName(eve, "eve");
            eve.presses("C-c");
            eve.shows("* To leave, type /quit");

            eve.types("still here");
            fay.reads("eve: still here");
            fay.types("and I hear you");
            eve.shows("fay: and I hear you");

            eve.presses("C-c");
            eve.types("/quit");
            eve.shows("You have left the chat");
            eve.exitCode();
        }
    }

    @Test
    void shouldNotShowAPasswordInTelnet() {
        try (Terminal gil = new Terminal("telnet", "127.0.0.1", port);
                Terminal hal = new Terminal("nc", "127.0.0.1", port)) {
            takesName(gil, "gil");
            gil.types("/register");
            gil.shows("Please choose a password for gil, and press Enter. telnet does not show it as you type;");
            gil.types("correct horse");
            gil.shows("Please type it once more for gil, and press Enter. It is not shown as you type.");
            gil.types("correct horse");
            gil.shows("The name gil is yours now.");
            assertThat(gil.screen()).doesNotContain("horse");
            gil.types("/all seen again");
            gil.shows("/all seen again");
            gil.types("/quit");
            gil.shows("You have left the chat");
            gil.exitCode();

            hal.shows("Please choose a name");
            hal.types("/login gil");
            hal.shows("Please type the password of gil, and press Enter. It is shown as you type.");
            hal.types("correct horse");
            hal.shows("you are gil, and have logged in");
        }
    }

    private static void takesName(Terminal terminal, String name) {
        terminal.shows("Please choose a name");
        terminal.types("/setname " + name);
        terminal.shows("Name accepted: you are " + name + ".");
    }

    private static List<String> client() {
        return Program.command(Program.thisJava(), "chat.client.jar", "127.0.0.1", port);
    }
}

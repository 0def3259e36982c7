package chat.e2e;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A server, and clients on terminals. */
abstract class ConsoleRehearsal {
    static Program server;
    static int port;

    @BeforeAll
    static void start() {
        server = Program.server("--port", "0", "--bind", "127.0.0.1", "--no-limits", "--replay", "0");
        port = server.port();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> client(int port, String... options) {
        List<String> arguments = new ArrayList<>(List.of("localhost", Integer.toString(port)));
        arguments.addAll(List.of(options));
        return Program.command(Program.thisJava(), "chat.client.jar", arguments.toArray(String[]::new));
    }

    static Terminal joins(String name, String... variables) {
        Terminal terminal = new Terminal(client(port, "--name", name), List.of(variables));
        terminal.shows(name + ">");
        terminal.shows("| lobby |");
        return terminal;
    }

    static String status(int people) {
        return " localhost:" + port + " | lobby | " + people + (people == 1 ? " person" : " people");
    }
}

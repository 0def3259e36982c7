package chat.client.script;

import chat.client.config.ServerAddress;
import java.util.function.Consumer;

/** Whether the server can be reached: told once when it cannot, and once when it can again. Link's thread. */
final class Contact {
    private final ServerAddress server;
    private final Consumer<String> tell;
    private volatile boolean everMade;
    private boolean apart;

    /**
     * Begins before the first connection.
     *
     * @param tell takes sentences
     */
    Contact(ServerAddress server, Consumer<String> tell) {
        this.server = server;
        this.tell = tell;
    }

    /** Whether there has been a connection. Any thread. */
    boolean everMade() {
        return everMade;
    }

    /** There is none, and it is tried again; told of each attempt. */
    void lost(String reason) {
        if (!apart) {
            apart = true;
            String what = everMade ? "The connection to " + server + " was lost" : "Cannot connect to " + server;
            tell.accept(what + ": " + reason + "; trying again.");
        }
    }

    /** There is one. */
    void made() {
        if (apart) {
            apart = false;
            tell.accept("Connected to " + server + (everMade ? " again." : "."));
        }
        everMade = true;
    }
}

package chat.server.command;

import chat.server.session.Session;
import java.util.function.IntSupplier;

/** Where passwords may be typed: whoever sits between could read them on a connection without TLS. Any thread. */
public final class Secrecy {
    private final boolean required;
    private final IntSupplier tlsPort;

    /**
     * Says how careful people have to be.
     *
     * @param required whether no password is taken where others could read it
     * @param tlsPort the port of TLS, or 0 if there is none
     */
    public Secrecy(boolean required, IntSupplier tlsPort) {
        this.required = required;
        this.tlsPort = tlsPort;
    }

    /** Whether a password must not even be asked for. */
    boolean refuses(Session caller) {
        return required && !caller.identity().whence().isPrivate();
    }

    String refusal() {
        int port = tlsPort.getAsInt();
        return "This connection is not encrypted, and this server takes passwords on encrypted ones only"
                + (port == 0 ? "." : ": please connect with TLS, on port " + port + ".");
    }

    /** What people should know before they type; empty for nothing. */
    String warning(Session caller) {
        String danger = danger(caller);
        return danger.isEmpty() ? "" : danger + " An empty line gives up.";
    }

    /** What people should know of a password that they have typed; empty for nothing. */
    String danger(Session caller) {
        if (caller.identity().whence().isPrivate()) {
            return "";
        }
        int port = tlsPort.getAsInt();
        return "This connection is not encrypted: whoever sits in between can read your password."
                + (port == 0 ? "" : " TLS is on port " + port + ".");
    }
}

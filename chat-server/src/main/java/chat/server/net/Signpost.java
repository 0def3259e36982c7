package chat.server.net;

import java.nio.charset.StandardCharsets;

/** Tells those who knock at the wrong door which one is right. Thread-safe. */
public final class Signpost {
    private volatile int plainPort;
    private volatile int tlsPort;
    private volatile String page = "";

    /**
     * Says where the doors are.
     *
     * @param plain the port of plain text, or 0 if there is none
     * @param tls the port of TLS, or 0 if there is none
     */
    public void doorsAre(int plain, int tls) {
        plainPort = plain;
        tlsPort = tls;
    }

    /**
     * Says where the page for browsers is.
     *
     * @param port its port, or 0 if there is none
     * @param encrypted whether TLS is spoken there
     */
    public void pageIs(int port, boolean encrypted) {
        page = port == 0
                ? ""
                : " The page for browsers is on port " + port + (encrypted ? ", with https:// in front." : ".");
    }

    /** For programs of terminals that come to the port of the page. */
    String noBrowser() {
        if (plainPort == 0 && tlsPort == 0) {
            return "Programs for terminals have another port.";
        }
        String tls = tlsPort + (plainPort == 0 ? ", with TLS" : " with TLS");
        return "Programs for terminals connect to port "
                + (plainPort == 0 ? tls : plainPort + (tlsPort == 0 ? "" : ", or to port " + tls))
                + ".";
    }

    /** For those who speak something else where lines are expected. */
    String noText(Protocol spoken) {
        return switch (spoken) {
            case TLS ->
                "This port speaks plain text; "
                        + (tlsPort == 0 ? "this server has no port for TLS." : "TLS is on port " + tlsPort + ".");
            case HTTP -> // behind the greeting, so that no browser could show an answer of HTTP
                "400 Bad Request: this is a chat, which speaks no HTTP. Join with telnet, nc or chat-client." + page;
            case PROXY -> "The PROXY protocol is taken only from addresses that this server was told of.";
            case TEXT, UNDECIDED -> throw new IllegalArgumentException(spoken.toString());
        };
    }

    /** For those who speak something else where TLS is expected. */
    String noTls(Protocol spoken) {
        String where =
                "This port speaks TLS" + (plainPort == 0 ? " only." : "; plain text is on port " + plainPort + ".");
        return switch (spoken) {
            case PROXY -> noText(spoken);
            case HTTP -> response("400 Bad Request", where + page);
            case TEXT, TLS, UNDECIDED -> where;
        };
    }

    /** Something that a browser shows; whoever writes it ends it with CR LF. */
    static String response(String status, String sentence) {
        return String.join(
                "\r\n",
                "HTTP/1.1 " + status,
                "Content-Type: text/plain; charset=utf-8",
                "Content-Length: " + (sentence.getBytes(StandardCharsets.UTF_8).length + 2),
                "Connection: close",
                "",
                sentence);
    }
}

package chat.server;

import chat.server.net.web.WebOrigins;

/**
 * The page for browsers.
 *
 * @param bind the address to listen on; empty for where plain text is
 * @param port the port to listen on; 0 for any free one
 * @param origins whose pages may open the WebSocket
 */
public record WebConfig(String bind, int port, WebOrigins origins) {
    /** The port unless told otherwise. */
    public static final int DEFAULT_PORT = 8091;

    /** Checks the values. */
    public WebConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("web-port: " + port + " (expected: 0 to 65535)");
        }
    }
}

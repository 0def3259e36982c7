package chat.server;

import chat.server.net.web.Forwarders;
import chat.server.net.web.WebOrigins;

/**
 * The page for browsers.
 *
 * @param bind the address to listen on; empty for where plain text is
 * @param port the port to listen on; 0 for any free one
 * @param name what the page calls the server, 1 to {@value #MOST_NAME} characters
 * @param origins whose pages may open the WebSocket
 * @param forwarders which proxies may say for whom they ask
 */
public record WebConfig(String bind, int port, String name, WebOrigins origins, Forwarders forwarders) {
    /** The port unless told otherwise. */
    public static final int DEFAULT_PORT = 8091;

    /** The name unless told otherwise. */
    public static final String DEFAULT_NAME = "ClientMessageSystem";

    private static final int MOST_NAME = 40;

    /** Checks the values. */
    public WebConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("web-port: " + port + " (expected: 0 to 65535)");
        }
        if (name.isBlank() || name.length() > MOST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "web-name: \"" + name + "\" (expected: 1 to " + MOST_NAME + " characters, on one line)");
        }
    }

    /**
     * The page under the default name, with no proxy in front.
     *
     * @param bind see the class
     * @param port see the class
     * @param origins see the class
     */
    public WebConfig(String bind, int port, WebOrigins origins) {
        this(bind, port, DEFAULT_NAME, origins, Forwarders.none());
    }

    /**
     * Whether the page is on that address, too.
     *
     * @param address where plain text is
     */
    boolean isOn(String address) {
        return bind.isEmpty() || bind.equals(address);
    }

    /**
     * The same behind proxies.
     *
     * @param forwarders see the class
     * @return a copy
     */
    public WebConfig withForwarders(Forwarders forwarders) {
        return new WebConfig(bind, port, name, origins, forwarders);
    }
}

package chat.client.config;

import chat.client.console.ConsoleSettings;
import io.netty.util.NetUtil;
import java.util.Arrays;

/**
 * Where a server is.
 *
 * @param host its name or address
 * @param port its port, 1 to 65535
 */
public record ServerAddress(String host, int port) {
    private static final byte[] LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final String A_HOST = "a name or an address";

    /** For people: {@code localhost port 8090}. */
    @Override
    public String toString() {
        return host + " port " + port;
    }

    /**
     * What the status line says of a connection in the clear: a warning, except for a server on this very machine,
     * where nobody is in between.
     */
    public String wordsInTheClear() {
        return isHere() ? "" : ConsoleSettings.IN_THE_CLEAR;
    }

    /** Whether it is this very machine. */
    public boolean isHere() {
        return host.equalsIgnoreCase("localhost")
                || (NetUtil.isValidIpV4Address(host) && host.startsWith("127."))
                || Arrays.equals(NetUtil.createByteArrayFromIpAddressString(host), LOOPBACK);
    }

    /** Puts together what was set, and where it was set most strongly. */
    static ServerAddress of(Layers layers, int defaultPort) throws WrongSettingException {
        int hostLayer = layers.strongest(Setting.HOST);
        int portLayer = layers.strongest(Setting.PORT);
        Given named = layers.find(Setting.HOST).orElse(new Given("localhost", "HOST"));
        int colon = portColon(named.value());
        String host = host(named, colon < 0 ? named.value() : named.value().substring(0, colon));
        Given port = layers.find(Setting.PORT).orElse(new Given(Integer.toString(defaultPort), "PORT"));
        if (colon >= 0) {
            if (portLayer == hostLayer) {
                throw named.wrong("no port here, since " + port.where() + " gives it");
            }
            if (portLayer > hostLayer) { // a weaker port is another server's
                port = new Given(named.value().substring(colon + 1), "port in " + named.where());
            }
        }
        return new ServerAddress(host, number(port, 1, 65535));
    }

    /** Where the colon in front of the port is, or -1. An IPv6 address without brackets has no port. */
    private static int portColon(String text) {
        int last = text.lastIndexOf(':');
        boolean bare = text.indexOf(':') == last;
        return bare || (text.startsWith("[") && text.indexOf(']') == last - 1) ? last : -1;
    }

    private static String host(Given named, String text) throws WrongSettingException {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String host = bracketed ? text.substring(1, text.length() - 1) : text;
        boolean odd = named.value().chars().anyMatch(c -> c <= ' ' || c == '/' || c == '@');
        if (odd || host.isEmpty() || host.indexOf('[') >= 0 || host.indexOf(']') >= 0) {
            throw named.wrong(A_HOST);
        }
        return host;
    }

    static int number(Given given, int least, int most) throws WrongSettingException {
        try {
            int number = Integer.parseInt(given.value());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw given.wrong(least + " to " + most);
    }
}

package chat.server;

import chat.common.Limits;
import chat.common.net.Transport;
import chat.server.limit.LimitSettings;
import chat.server.net.Proxies;
import chat.server.store.StoreSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a server is to run. Immutable.
 *
 * @param bind the address to listen on; empty for all of this machine's
 * @param port the port to listen on for plain text; 0 for any free one
 * @param loops how many event loops serve the sessions
 * @param transport how bytes move
 * @param tls how to speak TLS, if at all
 * @param proxies who comes through a proxy
 * @param limits how much people may ask of it
 * @param store where rooms are kept; empty for in memory only
 * @param replay how many lines of what was said before somebody sees who comes into a room
 * @param tlsForLogin whether passwords are taken on encrypted connections only
 * @param adminSocket where the local socket of {@code chat-server admin} is; empty for none
 * @param web the page for browsers; empty for none
 */
public record ServerConfig(
        String bind,
        int port,
        int loops,
        Transport transport,
        Optional<TlsConfig> tls,
        Proxies proxies,
        LimitSettings limits,
        Optional<StoreSettings> store,
        int replay,
        boolean tlsForLogin,
        Optional<Path> adminSocket,
        Optional<WebConfig> web) {
    private static final int MAX_REPLAY = 200;

    /** Checks the values. */
    public ServerConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
        }
        if (loops < 1 || loops > 1024) {
            throw new IllegalArgumentException("loops: " + loops + " (expected: 1 to 1024)");
        }
        if (replay < 0 || replay > MAX_REPLAY) {
            throw new IllegalArgumentException("replay: " + replay + " (expected: 0 to " + MAX_REPLAY + ")");
        }
        int taken = tls.map(TlsConfig::plainToo).orElse(true) ? port : 0;
        requireAnother("tls-port", tls.map(TlsConfig::port).orElse(0), taken);
        int pagePort = web.filter(page -> page.isOn(bind)).map(WebConfig::port).orElse(0);
        requireAnother("web-port", pagePort, taken);
        requireAnother("web-port", pagePort, tls.map(TlsConfig::port).orElse(0));
    }

    /** Two doors at one port would be found out only when it is opened, and as if another program had it. */
    private static void requireAnother(String flag, int port, int taken) {
        if (port != 0 && port == taken) {
            throw new IllegalArgumentException(
                    flag + ": " + port + " is the port of another door of this server (expected: one of its own)");
        }
    }

    /** All addresses, the default port, a loop for each core, and nothing kept on disk. */
    public static ServerConfig defaults() {
        return new ServerConfig(
                "",
                Limits.DEFAULT_PORT,
                Runtime.getRuntime().availableProcessors(),
                Transport.best(),
                Optional.empty(),
                Proxies.none(),
                LimitSettings.defaults(),
                Optional.empty(),
                20,
                false,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same with another address.
     *
     * @param bind see the class
     * @return a copy
     */
    public ServerConfig withBind(String bind) {
        return with(draft -> draft.bind = bind);
    }

    /**
     * The same with another port.
     *
     * @param port see the class
     * @return a copy
     */
    public ServerConfig withPort(int port) {
        return with(draft -> draft.port = port);
    }

    /**
     * The same with another number of event loops.
     *
     * @param loops see the class
     * @return a copy
     */
    public ServerConfig withLoops(int loops) {
        return with(draft -> draft.loops = loops);
    }

    /**
     * The same with another transport.
     *
     * @param transport see the class
     * @return a copy
     */
    public ServerConfig withTransport(Transport transport) {
        return with(draft -> draft.transport = transport);
    }

    /**
     * The same with TLS.
     *
     * @param tls see the class
     * @return a copy
     */
    public ServerConfig withTls(TlsConfig tls) {
        return with(draft -> draft.tls = Optional.of(tls));
    }

    /**
     * The same with proxies.
     *
     * @param proxies see the class
     * @return a copy
     */
    public ServerConfig withProxies(Proxies proxies) {
        return with(draft -> draft.proxies = proxies);
    }

    /**
     * The same with other limits.
     *
     * @param limits see the class
     * @return a copy
     */
    public ServerConfig withLimits(LimitSettings limits) {
        return with(draft -> draft.limits = limits);
    }

    /**
     * The same with rooms that are kept.
     *
     * @param store see the class
     * @return a copy
     */
    public ServerConfig withStore(StoreSettings store) {
        return with(draft -> draft.store = Optional.of(store));
    }

    /**
     * The same with another number of lines that who comes into a room sees.
     *
     * @param replay see the class
     * @return a copy
     */
    public ServerConfig withReplay(int replay) {
        return with(draft -> draft.replay = replay);
    }

    /**
     * The same with passwords taken elsewhere.
     *
     * @param tlsForLogin see the class
     * @return a copy
     */
    public ServerConfig withTlsForLogin(boolean tlsForLogin) {
        return with(draft -> draft.tlsForLogin = tlsForLogin);
    }

    /**
     * The same with a local socket.
     *
     * @param adminSocket see the class
     * @return a copy
     */
    public ServerConfig withAdminSocket(Path adminSocket) {
        return with(draft -> draft.adminSocket = Optional.of(adminSocket));
    }

    /**
     * The same with a page for browsers.
     *
     * @param web see the class
     * @return a copy
     */
    public ServerConfig withWeb(WebConfig web) {
        return with(draft -> draft.web = Optional.of(web));
    }

    private ServerConfig with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.config();
    }

    /** A configuration that is being changed. */
    private static final class Draft {
        private String bind;
        private int port;
        private int loops;
        private Transport transport;
        private Optional<TlsConfig> tls;
        private Proxies proxies;
        private LimitSettings limits;
        private Optional<StoreSettings> store;
        private int replay;
        private boolean tlsForLogin;
        private Optional<Path> adminSocket;
        private Optional<WebConfig> web;

        Draft(ServerConfig config) {
            bind = config.bind;
            port = config.port;
            loops = config.loops;
            transport = config.transport;
            tls = config.tls;
            proxies = config.proxies;
            limits = config.limits;
            store = config.store;
            replay = config.replay;
            tlsForLogin = config.tlsForLogin;
            adminSocket = config.adminSocket;
            web = config.web;
        }

        ServerConfig config() {
            return new ServerConfig(
                    bind, port, loops, transport, tls, proxies, limits, store, replay, tlsForLogin, adminSocket, web);
        }
    }
}

package chat.e2e;

import chat.server.ChatServer;
import chat.server.ServerConfig;
import chat.server.TlsConfig;
import chat.server.WebConfig;
import chat.server.limit.LimitSettings;
import chat.server.net.Proxies;
import chat.server.net.tls.IdentityException;
import chat.server.net.tls.IdentityFiles;
import chat.server.net.tls.SelfSigned;
import chat.server.net.web.WebOrigins;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Starts servers inside the test's JVM. */
final class TestServer {
    private static final InetSocketAddress SOMEWHERE = new InetSocketAddress("192.0.2.7", 40422);

    private TestServer() {}

    /** On a free port, with two event loops so that people meet across them, and without limits. */
    static ChatServer start() throws IOException {
        return start(LimitSettings.none());
    }

    static ChatServer start(LimitSettings limits) throws IOException {
        return ChatServer.start(config().withLimits(limits));
    }

    /** On free ports, one of plain text and one of the page. */
    static ServerConfig webConfig() {
        return config().withWeb(page(0));
    }

    /** The page, for browsers that have it from there only. */
    static WebConfig page(int port) {
        return new WebConfig("", port, WebOrigins.ownAnd(List.of()));
    }

    /** On free ports, one of plain text and one of TLS. */
    static ChatServer startWithTls(IdentityFiles files) throws IOException {
        return ChatServer.start(config().withTls(new TlsConfig(0, files, false, true)));
    }

    /** Who comes late sees nothing of what was said before, so that a conversation reads the same each time. */
    static ServerConfig config() {
        return ServerConfig.defaults()
                .withReplay(0)
                .withBind("127.0.0.1")
                .withPort(0)
                .withLoops(2)
                .withLimits(LimitSettings.none());
    }

    /** The page on a free port, for itself alone. */
    static WebConfig page() {
        return new WebConfig("", 0, WebOrigins.ownAnd(List.of()));
    }

    /** A key and a certificate in a folder. */
    static IdentityFiles selfSigned(Path folder) throws IdentityException {
        IdentityFiles files = new IdentityFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        new SelfSigned().make(files, Instant.now());
        return files;
    }

    /** The ways into a server that everybody may take. */
    enum Entrance {
        PLAIN(false, false, false),
        PROXY(false, true, false),
        TLS(true, false, false),
        PROXY_AND_TLS(true, true, false),
        WEB(false, false, true),
        WEB_AND_TLS(true, false, true),
        WEB_AND_PROXY(false, true, true);

        private static final IdentityFiles FILES = files();
        private final boolean tls;
        private final boolean proxy;
        private final boolean web;

        Entrance(boolean tls, boolean proxy, boolean web) {
            this.tls = tls;
            this.proxy = proxy;
            this.web = web;
        }

        /** Whether it is a browser's. */
        boolean isWeb() {
            return web;
        }

        private static IdentityFiles files() {
            try {
                Path folder = Files.createTempDirectory("identity");
                IdentityFiles files = selfSigned(folder);
                files.certificate().toFile().deleteOnExit();
                files.key().toFile().deleteOnExit();
                folder.toFile().deleteOnExit();
                return files;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        ChatServer start() throws IOException {
            return start(config());
        }

        /** The same with other settings. */
        ChatServer start(ServerConfig settings) throws IOException {
            ServerConfig config = proxy ? settings.withProxies(Proxies.at(List.of("127.0.0.0/8"))) : settings;
            config = tls ? config.withTls(new TlsConfig(0, FILES, false, true)) : config;
            return ChatServer.start(web ? config.withWeb(page()) : config);
        }

        Door door(ChatServer server) {
            int port = port(server);
            Door socket = proxy ? Door.proxied(port, SOMEWHERE) : Door.plain(port);
            Door safe = tls ? Door.tls(socket) : socket;
            return web ? Door.web(safe) : safe;
        }

        private int port(ChatServer server) {
            if (web) {
                return server.webAddress().orElseThrow().getPort();
            }
            return tls
                    ? server.tlsAddress().orElseThrow().getPort()
                    : server.address().getPort();
        }
    }
}

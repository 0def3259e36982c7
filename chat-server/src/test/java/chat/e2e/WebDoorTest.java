package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.ChatServer;
import chat.server.ServerConfig;
import chat.server.TlsConfig;
import chat.server.WebConfig;
import chat.server.control.ControlClient;
import chat.server.limit.AddressRange;
import chat.server.limit.ConnectionLimits;
import chat.server.limit.LimitSettings;
import chat.server.limit.Rate;
import chat.server.net.Proxies;
import chat.server.net.web.Forwarders;
import chat.server.net.web.Frames;
import chat.server.net.web.WebOrigins;
import chat.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Browsers at the door of a real server: plain, with TLS, behind a proxy, and too many of them. */
class WebDoorTest {
    private static final WebConfig PAGE = new WebConfig("", 0, WebOrigins.ownAnd(List.of()));
    private static final String FOR = "X-Forwarded-For: 192.0.2.7\r\n";

    @TempDir
    private Path directory;

    @Test
    void shouldTakeSomebodyInAndOutAgain() throws IOException {
        try (ChatServer server = ChatServer.start(TestServer.config().withWeb(PAGE));
                RawWeb page = connect(server);
                RawWeb ann = connect(server)) {
            assertThat(page.get("/")).startsWith("HTTP/1.1 200 OK").contains("<!doctype html>");
            assertThat(page.get("/about.json")).endsWith("{\"name\":\"ClientMessageSystem\",\"kept\":\"\"}\n");
            assertThat(ann.open(origin(server))).startsWith("HTTP/1.1 101 ");
            ann.type("/setname ann").until("name-accepted");
            ann.type("/quit");
            assertThat(ann.until("goodbye")).contains("You have left the chat");
            assertThat(ann.frame()).isEqualTo("close 1000");
            assertThat(ann.send(Frames.close(1000)).rest()).isEmpty();
        }
    }

    @Test
    void shouldTellWhatIsKept() throws IOException {
        StoreSettings store = StoreSettings.in(directory).withKeep(Duration.ofDays(90));
        try (ChatServer server =
                        ChatServer.start(TestServer.config().withWeb(PAGE).withStore(store));
                RawWeb page = connect(server)) {
            assertThat(page.get("/about.json"))
                    .contains(
                            "\"kept\":\"What you say in rooms is kept for 90 days. To take it back, type /forget me\"");
        }
    }

    @Test
    void shouldSayGoodbyeWhenTheServerStops() throws Exception {
        try (ChatServer server = ChatServer.start(TestServer.config().withWeb(PAGE));
                RawWeb ann = connect(server)) {
            ann.open(origin(server));
            ann.type("/setname ann").until("name-accepted");
            Thread stop = new Thread(server::close, "stop");
            stop.start();
            assertThat(ann.until("goodbye")).contains("\"reason\":\"server-stopped\"");
            assertThat(ann.frame()).isEqualTo("close 1001");
            ann.send(Frames.close(1001));
            assertThat(ann.rest()).isEmpty();
            stop.join();
        }
    }

    @Test
    void shouldSpeakTlsWithTheServersCertificate() throws Exception {
        ServerConfig config = TestServer.config()
                .withWeb(PAGE)
                .withTls(new TlsConfig(0, TestServer.selfSigned(directory), false, true));
        try (ChatServer server = ChatServer.start(config)) {
            int port = server.webAddress().orElseThrow().getPort();
            String host = "localhost:" + port;
            try (RawWeb plain = new RawWeb(Door.plain(port), host);
                    RawWeb strange = new RawWeb(Door.plain(port), host);
                    RawWeb ann = new RawWeb(Door.tls(Door.plain(port)), host)) {
                assertThat(plain.get("/"))
                        .startsWith("HTTP/1.1 307 ")
                        .containsIgnoringCase("\r\nlocation: https://" + host + "/\r\n");
                assertThat(strange.send("hello\r\n").head()).startsWith("HTTP/1.1 400 ");
                assertThat(ann.get("/")).startsWith("HTTP/1.1 200 OK");
                assertThat(ann.open("https://" + host)).startsWith("HTTP/1.1 101 ");
                ann.type("/setname ann").until("name-accepted");
                ann.type("/quit").until("goodbye");
                assertThat(ann.frame()).isEqualTo("close 1000");
                assertThat(ann.send(Frames.close(1000)).rest()).isEmpty();
            }
        }
    }

    @Test
    void shouldTurnAwayTlsWhereThereIsNone() throws IOException {
        try (ChatServer server = ChatServer.start(TestServer.config().withWeb(PAGE));
                RawWeb browser = connect(server)) {
            assertThat(browser.send(new byte[] {22, 3, 1, 0, 5, 1, 0, 0, 1, 3}).rest())
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .endsWith("\r\n\r\nThis page is not encrypted: its address begins with http://\r\n");
        }
    }

    @Test
    void shouldCountWhatAProxyOpensAmongAllThatLoadThePage() throws IOException {
        ConnectionLimits limits = new ConnectionLimits(4, 1, Rate.UNLIMITED, AddressRange.LOOPBACK);
        ServerConfig config = TestServer.config()
                .withWeb(PAGE.withForwarders(Forwarders.at(List.of("127.0.0.1"))))
                .withLimits(LimitSettings.none().withConnections(limits));
        List<RawWeb> all = new ArrayList<>();
        try (ChatServer server = ChatServer.start(config)) {
            for (int i = 0; i < limits.forPages().most(); i++) {
                RawWeb page = connect(server);
                all.add(page);
                assertThat(page.get("/about.json")).startsWith("HTTP/1.1 200 OK");
            }
            try (RawWeb tooMany = connect(server)) {
                assertThat(tooMany.rest())
                        .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                        .contains("This server is full at the moment.");
            }
            assertThat(all.get(0).open(origin(server), FOR)).startsWith("HTTP/1.1 101 ");
            assertThat(all.get(0).frame()).contains("welcome");
            try (RawWeb inItsPlace = connect(server)) {
                assertThat(inItsPlace.get("/about.json")).startsWith("HTTP/1.1 200 OK");
            }
        } finally {
            for (RawWeb page : all) {
                page.close();
            }
        }
    }

    @Test
    void shouldTellBrowsersAtTheOtherPortsWhereThePageIs() throws IOException {
        try (ChatServer server = ChatServer.start(TestServer.config().withWeb(PAGE))) {
            int port = server.address().getPort();
            try (RawWeb browser = new RawWeb(Door.plain(port), "localhost:" + port)) {
                browser.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n/setname eve\r\nhello\r\n");
                assertThat(browser.rest())
                        .endsWith(
                                "400 Bad Request: this is a chat, which speaks no HTTP. Join with telnet, nc or chat-client."
                                        + " The page for browsers is on port "
                                        + server.webAddress().orElseThrow().getPort() + ".\r\n");
            }
        }
    }

    @Test
    void shouldTellTerminalsAtThePortOfThePageWhereTheChatIs() throws IOException {
        try (ChatServer server = ChatServer.start(TestServer.config().withWeb(PAGE));
                RawWeb telnet = connect(server)) {
            assertThat(telnet.send("/setname ann\r\n").rest())
                    .endsWith("\r\n\r\nThis port is for web browsers, and that was no request of one."
                            + " Programs for terminals connect to port "
                            + server.address().getPort() + ".\n");
        }
    }

    @Test
    void shouldCountBrowsersThatLoadThePageByThemselves() throws IOException {
        ConnectionLimits limits = new ConnectionLimits(100, 2, Rate.UNLIMITED, List.of());
        ServerConfig config = TestServer.config()
                .withWeb(PAGE)
                .withLimits(LimitSettings.none().withConnections(limits));
        List<RawWeb> all = new ArrayList<>();
        try (ChatServer server = ChatServer.start(config)) {
            for (int i = 0; i < 12; i++) {
                RawWeb page = connect(server);
                all.add(page);
                assertThat(page.get("/about.json")).startsWith("HTTP/1.1 200 OK");
            }
            try (RawWeb tooMany = connect(server)) {
                assertThat(tooMany.rest())
                        .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                        .contains("There are too many connections from your address.");
            }
            for (int i = 0; i < 2; i++) {
                assertThat(all.get(i).open(origin(server))).startsWith("HTTP/1.1 101 ");
                assertThat(all.get(i).frame()).contains("welcome");
            }
            assertThat(all.get(2).open(origin(server))).startsWith("HTTP/1.1 101 ");
            assertThat(all.get(2).frame())
                    .contains("\"code\":\"server-busy\"")
                    .contains("There are too many connections from your address.");
            assertThat(all.get(2).frame()).isEqualTo("close 1013");
            try (RawWeb again = connect(server)) {
                assertThat(again.get("/"))
                        .as("who talks does not load pages any more")
                        .startsWith("HTTP/1.1 200 OK");
            }
        } finally {
            for (RawWeb page : all) {
                page.close();
            }
        }
    }

    @Test
    void shouldBelieveAProxyThatItWasToldOf() throws IOException {
        ConnectionLimits limits = new ConnectionLimits(100, 1, Rate.UNLIMITED, List.of());
        Path admin = directory.resolve("admin");
        ServerConfig config = TestServer.config()
                .withWeb(PAGE.withForwarders(Forwarders.at(List.of("127.0.0.1"))))
                .withProxies(Proxies.at(List.of("127.0.0.1")))
                .withAdminSocket(admin)
                .withLimits(LimitSettings.none().withConnections(limits));
        try (ChatServer server = ChatServer.start(config);
                RawWeb ann = connect(server);
                RawWeb bob = connect(server);
                RawWeb carl = connect(server);
                RawWeb nobody = connect(server);
                RawWeb banned = connect(server)) {
            String origin = origin(server);
            assertThat(ann.open(origin, FOR, "X-Forwarded-Proto: https\r\n")).startsWith("HTTP/1.1 101 ");
            ann.type("/setname ann").until("name-accepted");
            assertThat(ask(admin, "users")).contains("192.0.2.7 ").doesNotContain("127.0.0.1");
            assertThat(ann.type("/register").until("password-prompt")).contains("\"warning\":\"\"");
            assertThat(bob.open(origin, FOR)).startsWith("HTTP/1.1 101 ");
            assertThat(bob.frame()).contains("There are too many connections from your address.");
            assertThat(carl.open(origin, "X-Forwarded-For: 192.0.2.8\r\n", "X-Forwarded-Proto: http\r\n"))
                    .startsWith("HTTP/1.1 101 ");
            carl.type("/setname carl").until("name-accepted");
            assertThat(carl.type("/register").until("password-prompt"))
                    .contains("\"warning\":\"This connection is not encrypted");
            assertThat(nobody.open(origin)).startsWith("HTTP/1.1 400 ");
            ask(admin, "ban", "192.0.2.0/24", "because raid");
            assertThat(ann.until("goodbye")).contains("\"reason\":\"banned\"");
            assertThat(ann.frame()).isEqualTo("close 1008");
            assertThat(banned.open(origin, FOR)).startsWith("HTTP/1.1 101 ");
            assertThat(banned.frame()).contains("\"code\":\"banned\"").contains("You are banned from this server");
            assertThat(banned.frame()).isEqualTo("close 1008");
        }
    }

    private static String ask(Path admin, String... words) throws IOException {
        return String.valueOf(ControlClient.ask(admin, List.of(words)));
    }

    private static String origin(ChatServer server) {
        return "http://localhost:" + server.webAddress().orElseThrow().getPort();
    }

    private static RawWeb connect(ChatServer server) throws IOException {
        int port = server.webAddress().orElseThrow().getPort();
        return new RawWeb(Door.plain(port), "localhost:" + port);
    }
}

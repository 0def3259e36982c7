package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.server.ChatServer;
import chat.server.WebConfig;
import chat.server.control.ControlClient;
import chat.server.net.tls.IdentityFiles;
import chat.server.net.web.Forwarders;
import chat.server.net.web.Frames;
import chat.server.net.web.WebOrigins;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples for proxies in docs/operating.md, with the real proxies: only ports and files are put in. */
class WebProxySamplesTest {
    private static final Path PAGE = Path.of("..", "docs", "operating.md");
    private static final String PERSON = "127.9.8.7";

    @TempDir
    private Path directory;

    @Test
    void shouldServeThePageBehindNginx() throws Exception {
        assumeInstalled("nginx");
        IdentityFiles files = TestServer.selfSigned(directory);
        withServer(port -> {
            int front = freePort();
            String sample = replaced(
                    sample("nginx", "X-Forwarded-For $proxy_add_x_forwarded_for"),
                    "listen              443 ssl;",
                    "listen 127.0.0.1:" + front + " ssl;",
                    "/etc/letsencrypt/live/chat.example.org/fullchain.pem",
                    files.certificate().toString(),
                    "/etc/letsencrypt/live/chat.example.org/privkey.pem",
                    files.key().toString(),
                    "127.0.0.1:8091",
                    "127.0.0.1:" + port);
            Path config = Files.writeString(directory.resolve("nginx.conf"), """
                    daemon off;
                    master_process off;
                    pid %1$s/nginx.pid;
                    error_log %1$s/error.log;
                    events {}
                    http {
                        access_log off;
                        client_body_temp_path %1$s/body;
                        proxy_temp_path %1$s/proxy;
                        fastcgi_temp_path %1$s/fastcgi;
                        uwsgi_temp_path %1$s/uwsgi;
                        scgi_temp_path %1$s/scgi;
                        %2$s
                    }
                    """.formatted(directory, sample));
            return new Front(front, List.of("nginx", "-p", directory.toString(), "-c", config.toString()));
        });
    }

    @Test
    void shouldServeThePageBehindCaddy() throws Exception {
        assumeInstalled("caddy");
        IdentityFiles files = TestServer.selfSigned(directory);
        withServer(port -> {
            int front = freePort();
            String sample = replaced(
                    sample("", "reverse_proxy"),
                    "chat.example.org {",
                    "https://localhost:" + front + " {\n    tls " + files.certificate() + " " + files.key(),
                    "127.0.0.1:8091",
                    "127.0.0.1:" + port);
            Path config = Files.writeString(
                    directory.resolve("Caddyfile"), "{\n    admin off\n    auto_https disable_redirects\n}\n" + sample);
            return new Front(front, List.of("caddy", "run", "--adapter", "caddyfile", "--config", config.toString()));
        });
    }

    /** A proxy that is to be started, and where it listens. */
    private record Front(int port, List<String> command) {}

    /** Sets a proxy up before a server's page, whose port is given. */
    private interface Setup {
        Front before(int port) throws IOException;
    }

    private void withServer(Setup setup) throws Exception {
        Path admin = directory.resolve("admin");
        WebConfig page =
                new WebConfig("", 0, WebOrigins.ownAnd(List.of())).withForwarders(Forwarders.at(List.of("127.0.0.1")));
        try (ChatServer server =
                ChatServer.start(TestServer.config().withWeb(page).withAdminSocket(admin))) {
            Front front = setup.before(server.webAddress().orElseThrow().getPort());
            ProcessBuilder builder = new ProcessBuilder(front.command())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("proxy.log").toFile());
            builder.environment().put("XDG_DATA_HOME", directory.toString());
            builder.environment().put("XDG_CONFIG_HOME", directory.toString());
            Process proxy = builder.start();
            try {
                await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
                    assertThat(proxy.isAlive())
                            .as("%s", Files.readString(directory.resolve("proxy.log")))
                            .isTrue();
                    Door.plain(front.port()).open().close();
                    return true;
                });
                talk(front.port(), admin);
            } finally {
                proxy.destroy();
                assertThat(proxy.waitFor(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private static void talk(int port, Path admin) throws IOException {
        String host = "localhost:" + port;
        try (RawWeb page = new RawWeb(from(port), host);
                RawWeb ann = new RawWeb(from(port), host);
                RawWeb eve = new RawWeb(from(port), host)) {
            assertThat(page.get("/about.json")).startsWith("HTTP/1.1 200 ").contains("\"name\"");
            assertThat(ann.open("https://" + host, "X-Forwarded-For: 203.0.113.9\r\n"))
                    .startsWith("HTTP/1.1 101 ");
            ann.type("/setname ann").until("name-accepted");
            assertThat(ControlClient.ask(admin, List.of("users")).lines())
                    .as("the person's own address, and not what they say themselves")
                    .anyMatch(line -> line.startsWith("ann") && line.contains(PERSON));
            ann.send(Frames.text("/all " + "x".repeat(4000))).until("\"said\"");
            assertThat(eve.open("https://evil.example")).startsWith("HTTP/1.1 403 ");
            ann.type("/quit").until("goodbye");
            assertThat(ann.frame()).isEqualTo("close 1000");
        }
    }

    /** TLS from another address of this machine than the proxy's. */
    private static Door from(int port) {
        return Door.tls(() -> new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(PERSON), 0));
    }

    /** The block of the page that has some text in it. */
    private static String sample(String language, String text) throws IOException {
        String[] blocks = Files.readString(PAGE).split("```", -1);
        return Stream.of(blocks)
                .filter(block -> block.startsWith(language + "\n") && block.contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample with " + text))
                .substring(language.length() + 1);
    }

    private static String replaced(String sample, String... pairs) {
        String result = sample;
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(result).as("the sample").contains(pairs[i]);
            result = result.replace(pairs[i], pairs[i + 1]);
        }
        return result;
    }

    private static void assumeInstalled(String program) {
        boolean there = Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/bin/")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder + program)));
        assumeTrue(there, program + " is not installed");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

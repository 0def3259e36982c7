package chat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.server.net.tls.IdentityFiles;
import chat.server.net.web.WebOrigins;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerConfigTest {
    private static final ServerConfig PLAIN = ServerConfig.defaults().withPort(9000);

    @Test
    void shouldNotOpenTwoDoorsAtOnePort() {
        assertThatThrownBy(() -> PLAIN.withWeb(page("", 9000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("web-port: 9000 is the port of another door of this server (expected: one of its own)");
        assertThatThrownBy(() -> PLAIN.withTls(tls(9000, true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tls-port: 9000 is the port");
        assertThatThrownBy(() -> PLAIN.withTls(tls(9001, true)).withWeb(page("", 9001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("web-port: 9001 is the port");
    }

    @Test
    void shouldOpenThemAtOnePortOfDifferentAddresses() {
        assertThat(PLAIN.withBind("127.0.0.1").withWeb(page("127.0.0.2", 9000)).web())
                .isPresent();
    }

    @Test
    void shouldTakeThePortOfPlainTextWhereThereIsNone() {
        assertThat(PLAIN.withTls(tls(9000, false)).tls()).isPresent();
    }

    @Test
    void shouldTakeFreePortsForAll() {
        assertThat(PLAIN.withPort(0).withTls(tls(0, true)).withWeb(page("", 0)).web())
                .isPresent();
    }

    private static WebConfig page(String bind, int port) {
        return new WebConfig(bind, port, WebOrigins.ownAnd(List.of()));
    }

    private static TlsConfig tls(int port, boolean plainToo) {
        return new TlsConfig(port, new IdentityFiles(Path.of("c.pem"), Path.of("k.pem")), false, plainToo);
    }
}

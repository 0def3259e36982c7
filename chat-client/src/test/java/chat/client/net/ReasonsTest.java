package chat.client.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    @Test
    void shouldSayItInWords() {
        assertThat(Reasons.of(null)).isEqualTo("the server closed the connection");
        assertThat(Reasons.of(new UnknownHostException("x"))).isEqualTo("there is no such host");
        assertThat(Reasons.of(new ConnectTimeoutException("x"))).isEqualTo("it took too long");
        assertThat(Reasons.of(new NoRouteToHostException("x"))).isEqualTo("there is no way to that host");
        assertThat(Reasons.of(new ConnectException("Connection refused: localhost")))
                .isEqualTo("no server is listening there");
        assertThat(Reasons.of(new IOException("recvAddress(..) failed: Connection reset by peer")))
                .isEqualTo("the connection was reset");
        assertThat(Reasons.of(new IOException("Broken pipe"))).isEqualTo("the connection was reset");
        assertThat(Reasons.of(new IOException("Network is unreachable"))).isEqualTo("the network cannot be reached");
        assertThat(Reasons.of(new IOException("odd"))).isEqualTo("odd");
        assertThat(Reasons.of(new IOException((String) null))).isEqualTo("something went wrong with it");
    }

    @Test
    void shouldTellThatAPortIsForBrowsers() {
        String hex = ByteBufUtil.hexDump("HTTP/1.1 400 Bad Request".getBytes(US_ASCII));
        assertThat(Reasons.of(new DecoderException(new NotSslRecordException("not an SSL/TLS record: " + hex))))
                .isEqualTo("that port is for web browsers; the chat is on another one, usually 8090, or 8443 with TLS");
        assertThat(Reasons.of(new NotSslRecordException("not an SSL/TLS record: 57656c636f6d65" + hex)))
                .isEqualTo("that port does not speak TLS");
    }

    @Test
    void shouldNameNoClassesOfJava() {
        assertThat(Reasons.of(new ClosedChannelException())).isEqualTo("the server closed the connection");
        assertThat(Reasons.of(new NotEncryptedException(new ClosedChannelException())))
                .isEqualTo("the server closed the connection before encryption began; it may be full, or you have"
                        + " connected too often. Please try again in a minute");
        assertThat(Reasons.of(new SSLHandshakeException(null))).isEqualTo("TLS: the handshake failed");
        assertThat(Reasons.of(new SSLException("javax.net.ssl.SSLException: Unsupported record version")))
                .isEqualTo("TLS: Unsupported record version");
        assertThat(Reasons.of(new IOException(new IllegalStateException("odd"))))
                .isEqualTo("odd");
        assertThat(Reasons.of(new IOException("java.nio.channels.ClosedChannelException")))
                .isEqualTo("something went wrong with it");
        assertThat(Reasons.of(new IOException("recvAddress(..) failed with error(-110): Connection timed out")))
                .isEqualTo("Connection timed out");
    }
}

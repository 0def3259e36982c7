package chat.server.net.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.common.net.Addresses;
import chat.server.session.Origin;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only proxies that were named may say for whom they ask. */
class ForwardersTest {
    private final Forwarders forwarders = Forwarders.at(List.of("127.0.0.1", "10.0.0.0/8", "2001:db8::/32"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7|192.0.2.7",
                "2001:db9::7|2001:db9::7",
                "192.0.2.7:40422|192.0.2.7",
                "::ffff:192.0.2.7|192.0.2.7",
                "[2001:db9::7]:40422|2001:db9::7",
                "[2001:db9::7]|2001:db9::7",
                "198.51.100.1, 192.0.2.7|192.0.2.7",
                "198.51.100.1,192.0.2.7, 10.1.2.3|192.0.2.7",
                "198.51.100.1, 192.0.2.7,10.1.2.3 , 2001:db8::9|192.0.2.7",
                "lies, 192.0.2.7|192.0.2.7",
                "10.0.0.1, 127.0.0.1|10.0.0.1"
            })
    void shouldTakeTheLastAddressThatIsNoProxy(String named, String address) {
        EmbeddedChannel channel = from("10.9.9.9");
        assertThat(forwarders.apply(channel, headers(named))).isNull();
        assertThat(Addresses.shown(Origin.of(channel))).isEqualTo(address);
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", "192.0.2.7, unknown", "192.0.2.7, example.org", "_hidden", "1", "[192.0.2.7"})
    void shouldRefuseAProxyThatDoesNotSay(String named) {
        EmbeddedChannel channel = from("127.0.0.1");
        Fault fault = forwarders.apply(channel, headers(named));
        assertThat(fault).isNotNull();
        assertThat(fault.status().code()).isEqualTo(400);
        assertThat(fault.sentence()).isEqualTo("The proxy in between has to say for whom it asks, in X-Forwarded-For.");
        assertThat(Addresses.shown(Origin.of(channel))).startsWith("127.0.0.1");
        channel.finishAndReleaseAll();
    }

    @Test
    void shouldBelieveNobodyElse() {
        EmbeddedChannel channel = from("192.0.2.1");
        assertThat(forwarders.contains(channel)).isFalse();
        assertThat(forwarders.apply(channel, headers("192.0.2.7"))).isNull();
        assertThat(Addresses.shown(Origin.of(channel))).isEqualTo("192.0.2.1:40422");
        channel.finishAndReleaseAll();
    }

    @Test
    void shouldReadSeveralLinesOfTheHeaderAsOne() {
        EmbeddedChannel channel = from("127.0.0.1");
        HttpHeaders headers = headers("192.0.2.7").add("x-forwarded-for", "10.0.0.1");
        assertThat(forwarders.apply(channel, headers)).isNull();
        assertThat(Addresses.shown(Origin.of(channel))).isEqualTo("192.0.2.7");
        channel.finishAndReleaseAll();
    }

    @Test
    void shouldSayWhichAddressIsNone() {
        assertThatThrownBy(() -> Forwarders.at(List.of("proxy.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("web-forwarded-from: proxy.example (expected: an address like 192.0.2.7");
    }

    private static HttpHeaders headers(String named) {
        return new DefaultHttpHeaders().add("X-Forwarded-For", named);
    }

    /** A connection that seems to come from there. */
    private static EmbeddedChannel from(String address) {
        return new EmbeddedChannel() {
            @Override
            protected SocketAddress remoteAddress0() {
                return new InetSocketAddress(address, 40422);
            }
        };
    }
}

package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "10.0.0.0/8, 10.255.3.4, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.2.3/8, 10.255.3.4, true",
        "0.0.0.0/0, 192.0.2.7, true",
        "0.0.0.0/0, 2001:db8::7, false",
        "::1, ::1, true",
        "2001:db8::/32, 2001:db8:1::7, true",
        "2001:db8::/32, 2001:db9::7, false"
    })
    void shouldKnowItsProxies(String network, String address, boolean expected) {
        EmbeddedChannel channel = new EmbeddedChannel() {
            @Override
            protected SocketAddress remoteAddress0() {
                return new InetSocketAddress(address, 5000);
            }
        };
        assertThat(Proxies.at(List.of("198.51.100.1", network)).contains(channel))
                .isEqualTo(expected);
        channel.finishAndReleaseAll();
    }

    @Test
    void shouldKnowNobodyUnlessTold() {
        EmbeddedChannel channel = new EmbeddedChannel();
        assertThat(Proxies.none().contains(channel)).isFalse();
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0/8", "::1/129", "/8"})
    void shouldSayWhatAnAddressLooksLike(String text) {
        assertThatThrownBy(() -> Proxies.at(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "proxy-from: " + text + " (expected: an address like 192.0.2.7 or a range like 10.0.0.0/8)");
    }
}

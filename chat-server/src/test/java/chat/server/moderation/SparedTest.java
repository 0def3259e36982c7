package chat.server.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.limit.AddressPrefix;
import chat.server.limit.AddressRange;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparedTest {
    private static final InetAddress PROXY =
            Objects.requireNonNull(NetUtil.createInetAddressFromIpAddressString("10.0.0.5"));

    private final Spared spared = new Spared(
            Stream.of("10.0.0.0/8", "0.0.0.0/0", "2001:db8::/32", "192.0.2.0/24", "203.0.113.9", "2001:db8:7::/64")
                    .map(AddressRange::parse)
                    .toList(),
            () -> List.of(PROXY));

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.0.0.0/16, true",
        "::1, true",
        "10.0.0.5, true",
        "10.0.0.0/16, true",
        "10.0.0.6, false",
        "10.1.0.0/16, false",
        "198.51.100.7, false",
        "192.0.2.200, true",
        "203.0.113.9, true",
        "203.0.113.10, false",
        "2001:db8:7::5, true",
        "2001:db8:8::5, false",
    })
    void shouldSpareProxiesAndNotEverybodyBesides(String addresses, boolean expected) {
        AddressPrefix prefix = AddressPrefix.parse(addresses);
        assertThat(spared.now().stream().anyMatch(prefix::overlaps)).isEqualTo(expected);
    }
}

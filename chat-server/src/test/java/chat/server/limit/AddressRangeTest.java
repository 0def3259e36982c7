package chat.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8,      127.255.1.2,       true",
        "127.0.0.0/8,      128.0.0.1,         false",
        "192.0.2.7,        192.0.2.7,         true",
        "192.0.2.7,        192.0.2.6,         false",
        "192.0.2.128/25,   192.0.2.200,       true",
        "192.0.2.128/25,   192.0.2.100,       false",
        "10.255.240.0/20,  10.255.255.9,      true",
        "10.255.240.0/20,  10.255.239.9,      false",
        "0.0.0.0/0,        203.0.113.5,       true",
        "0.0.0.0/0,        2001:db8::1,       false",
        "::1,              ::1,               true",
        "::1,              ::2,               false",
        "2001:db8::/32,    2001:db8:ffff::1,  true",
        "2001:db8::/32,    2001:db9::1,       false",
        "::ffff:10.0.0.0/8,  10.1.2.3,        true",
    })
    void shouldContainWhatBeginsWithTheSameBits(String range, String address, boolean contained)
            throws UnknownHostException {
        assertThat(AddressRange.parse(range).contains(InetAddress.getByName(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.org/8",
                "10/8",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.256",
                "1.2.3.4.5",
                ":::",
                "/8",
                "10.0.0.0/8/8",
                "face"
            })
    void shouldSayWhatARangeLooksLike(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(text + " (expected: an address like 192.0.2.7 or a range like 10.0.0.0/8)");
    }
}

package chat.common.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 40422, 192.0.2.7:40422",
        "2001:db8::7, 40422, [2001:db8::7]:40422",
        "192.0.2.7, 0, 192.0.2.7",
        "2001:db8::7, 0, 2001:db8::7"
    })
    void shouldLeaveOutAPortThatIsNotKnown(String address, int port, String shown) {
        assertThat(Addresses.shown(new InetSocketAddress(address, port))).isEqualTo(shown);
    }
}

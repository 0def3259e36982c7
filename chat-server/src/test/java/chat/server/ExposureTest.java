package chat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTest {
    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "8.8.8.8", "2001:db8::7", "100.128.0.1", "172.32.0.1"})
    void shouldWarnOfAddressesThatEverybodyReaches(String address) throws UnknownHostException {
        InetAddress open = InetAddress.getByName(address);
        assertThat(Exposure.of(open)).contains(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.1.1",
                "100.64.0.1",
                "100.127.255.1",
                "fe80::1",
                "fd00::1"
            })
    void shouldBeCalmAboutTheOthers(String address) throws UnknownHostException {
        assertThat(Exposure.of(InetAddress.getByName(address))).isEmpty();
    }

    @Test
    void shouldFindTheOneAmongMany() throws UnknownHostException {
        InetAddress open = InetAddress.getByAddress(new byte[] {(byte) 203, 0, 113, 7});
        assertThat(Exposure.publicAmong(List.of(InetAddress.getLoopbackAddress(), open)))
                .contains(open);
    }
}

package chat.server.limit;

import static chat.server.limit.Admission.Verdict.ADDRESS_FULL;
import static chat.server.limit.Admission.Verdict.ADMITTED;
import static chat.server.limit.Admission.Verdict.SERVER_FULL;
import static chat.server.limit.Admission.Verdict.TOO_OFTEN;
import static org.assertj.core.api.Assertions.assertThat;

import chat.server.limit.Admission.Verdict;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final ConnectionLimits LIMITS =
            new ConnectionLimits(6, 3, Rate.parse("4+1/s"), AddressRange.LOOPBACK);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final Admission admission = new Admission(LIMITS, clock::get);

    @Test
    void shouldBoundTheConnectionsOfOneAddress() {
        enter(3, "192.0.2.1");
        assertThat(enter("192.0.2.1")).isEqualTo(ADDRESS_FULL);
        assertThat(enter("192.0.2.2")).isEqualTo(ADMITTED);
        leave("192.0.2.1");
        assertThat(enter("192.0.2.1")).isEqualTo(ADMITTED);
    }

    @Test
    void shouldTakeANetworkOfIpv6ForOneAddress() {
        enter(1, "2001:db8:0:1::1");
        enter(1, "2001:db8:0:1::2");
        enter(1, "2001:db8:0:1:ffff:ffff:ffff:ffff");
        assertThat(enter("2001:db8:0:1::3")).isEqualTo(ADDRESS_FULL);
        assertThat(enter("2001:db8:0:2::3")).isEqualTo(ADMITTED);
        leave("2001:db8:0:1::2");
        assertThat(enter("2001:db8:0:1::3")).isEqualTo(ADMITTED);
    }

    @Test
    void shouldBoundAllConnections() {
        enter(3, "192.0.2.1");
        enter(3, "192.0.2.2");
        assertThat(enter("192.0.2.3")).isEqualTo(SERVER_FULL);
        assertThat(admission.known()).isEqualTo(2);
        leave("192.0.2.1");
        assertThat(enter("192.0.2.3")).isEqualTo(ADMITTED);
    }

    @Test
    void shouldBoundHowOftenAnAddressConnects() {
        for (int i = 0; i < 4; i++) {
            enter(1, "192.0.2.1");
            leave("192.0.2.1");
        }
        assertThat(enter("192.0.2.1")).isEqualTo(TOO_OFTEN);
        assertThat(enter("192.0.2.2")).isEqualTo(ADMITTED);
        pass(1);
        assertThat(enter("192.0.2.1")).isEqualTo(ADMITTED);
        assertThat(enter("192.0.2.1")).isEqualTo(TOO_OFTEN);
    }

    @Test
    void shouldNotPunishWhoKnocksWhileRefused() {
        enter(3, "192.0.2.1");
        for (int i = 0; i < 1000; i++) {
            assertThat(enter("192.0.2.1")).isEqualTo(ADDRESS_FULL);
        }
        leave("192.0.2.1");
        assertThat(enter("192.0.2.1")).isEqualTo(ADMITTED);
    }

    @Test
    void shouldLetExemptAddressesInAlways() {
        enter(3, "192.0.2.1");
        enter(3, "192.0.2.2");
        for (int i = 0; i < 1000; i++) {
            assertThat(enter(i % 2 == 0 ? "127.0.0.1" : "::1")).isEqualTo(ADMITTED);
        }
        leave("127.0.0.1");
        assertThat(admission.open()).isEqualTo(6);
    }

    @Test
    void shouldExemptOnlyWhomItIsTold() {
        Admission everybody = new Admission(
                new ConnectionLimits(100, 1, Rate.UNLIMITED, List.of(AddressRange.parse("10.0.0.0/8"))), clock::get);
        assertThat(everybody.enter(address("127.0.0.1"))).isEqualTo(ADMITTED);
        assertThat(everybody.enter(address("127.0.0.1"))).isEqualTo(ADDRESS_FULL);
        assertThat(everybody.enter(address("10.0.0.1"))).isEqualTo(ADMITTED);
        assertThat(everybody.enter(address("10.0.0.1"))).isEqualTo(ADMITTED);
    }

    @Test
    void shouldRememberOnlySoManyWhoHaveGone() {
        for (int i = 0; i < 100_000; i++) {
            String address = "2001:db8:" + Integer.toHexString(i >> 16) + ":" + Integer.toHexString(i & 0xFFFF) + "::1";
            assertThat(enter(address)).isEqualTo(ADMITTED);
            leave(address);
            assertThat(admission.known()).isLessThanOrEqualTo(Admission.MOST_REMEMBERED);
        }
    }

    @Test
    void shouldForgetWhoHasBeenGoneForLong() {
        for (int i = 0; i < 50; i++) {
            enter(1, "192.0.2." + i);
            leave("192.0.2." + i);
        }
        assertThat(admission.known()).isEqualTo(50);
        pass(1);
        enter(1, "198.51.100.1");
        leave("198.51.100.1");
        assertThat(admission.known()).isEqualTo(1);
    }

    @Test
    void shouldRememberNobodyWithoutALimitOnTheRate() {
        Admission free = new Admission(ConnectionLimits.none(), clock::get);
        for (int i = 0; i < 1000; i++) {
            assertThat(free.enter(address("192.0.2.1"))).isEqualTo(ADMITTED);
        }
        assertThat(free.known()).isEqualTo(1);
        for (int i = 0; i < 1000; i++) {
            free.leave(address("192.0.2.1"));
        }
        assertThat(free.known()).isZero();
        assertThat(free.open()).isZero();
    }

    private void enter(int times, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(enter(address)).isEqualTo(ADMITTED);
        }
    }

    private Verdict enter(String address) {
        return admission.enter(address(address));
    }

    private void leave(String address) {
        admission.leave(address(address));
    }

    private void pass(int seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

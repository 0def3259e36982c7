package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuietLogTest {
    private static final int SILENT = -1;

    private final AtomicLong nanos = new AtomicLong();
    private final QuietLog log = new QuietLog(nanos::get);

    @Test
    void shouldSayOneLineForEachAddressAndMinute() {
        assertThat(unsaid("192.0.2.7")).isZero();
        assertThat(unsaid("192.0.2.8")).isZero();
        pass(59);
        assertThat(unsaid("192.0.2.7")).isEqualTo(SILENT);
        assertThat(unsaid("192.0.2.7")).isEqualTo(SILENT);
        pass(1);
        assertThat(unsaid("192.0.2.7")).as("those left out are counted").isEqualTo(2);
        assertThat(unsaid("192.0.2.7")).isEqualTo(SILENT);
    }

    @Test
    void shouldTakeAllAddressesOfAnIpv6CustomerForOne() {
        assertThat(unsaid("2001:db8:1:2::1")).isZero();
        assertThat(unsaid("2001:db8:1:2:ffff::1")).isEqualTo(SILENT);
        assertThat(unsaid("2001:db8:1:3::1")).isZero();
    }

    @Test
    void shouldStayQuietAndSmallWhenEveryLineHasAnotherAddress() {
        long said = IntStream.range(0, 100_000)
                .filter(i -> unsaid("10." + (i >> 16) + "." + (i >> 8 & 0xff) + "." + (i & 0xff)) >= 0)
                .count();
        assertThat(said).isEqualTo(QuietLog.MAX_ADDRESSES);
        pass(60);
        assertThat(unsaid("192.0.2.7")).isZero();
    }

    private int unsaid(String address) {
        return log.unsaid(new InetSocketAddress(address, 40422));
    }

    private void pass(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}

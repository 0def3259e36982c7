package chat.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressRatesTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AddressRates rates = new AddressRates(Rate.parse("1+1/min"), 1024, nanos::get);

    @Test
    void shouldAllowEachAddressItsRate() {
        assertThat(take("192.0.2.7")).isZero();
        assertThat(take("192.0.2.8")).isZero();
        pass(59);
        assertThat(take("192.0.2.7")).isEqualTo(AddressRates.NOT_NOW);
        assertThat(take("192.0.2.7")).isEqualTo(AddressRates.NOT_NOW);
        pass(1);
        assertThat(take("192.0.2.7")).as("those left out are counted").isEqualTo(2);
        assertThat(take("192.0.2.7")).isEqualTo(AddressRates.NOT_NOW);
    }

    @Test
    void shouldTakeAllAddressesOfAnIpv6CustomerForOne() {
        assertThat(take("2001:db8:1:2::1")).isZero();
        assertThat(take("2001:db8:1:2:ffff::1")).isEqualTo(AddressRates.NOT_NOW);
        assertThat(take("2001:db8:1:3::1")).isZero();
    }

    @Test
    void shouldStaySmallWhenEveryOneHasAnotherAddress() {
        long said = IntStream.range(0, 100_000)
                .filter(i -> take("10." + (i >> 16) + "." + (i >> 8 & 0xff) + "." + (i & 0xff)) >= 0)
                .count();
        assertThat(said).isEqualTo(1024);
        pass(60);
        assertThat(take("192.0.2.7")).isZero();
    }

    private int take(String address) {
        return rates.take(new InetSocketAddress(address, 40422));
    }

    private void pass(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}

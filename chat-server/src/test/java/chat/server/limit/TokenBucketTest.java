package chat.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** The clock may stand anywhere, also where it is about to overflow. */
    @ParameterizedTest
    @ValueSource(longs = {0, -5_000_000_000L, Long.MAX_VALUE - 1_000_000_000L, Long.MIN_VALUE})
    void shouldHoldABurstAndFillWithTime(long begin) {
        TokenBucket bucket = new TokenBucket(Rate.parse("3+2/s"), begin);
        assertThat(taken(bucket, begin)).isEqualTo(3);
        assertThat(taken(bucket, begin + SECOND / 2 - 1)).isZero();
        assertThat(taken(bucket, begin + SECOND / 2)).isEqualTo(1);
        assertThat(taken(bucket, begin + 3 * SECOND / 2)).isEqualTo(2);
        assertThat(taken(bucket, begin + 100 * SECOND)).isEqualTo(3);
    }

    @Test
    void shouldSayHowLongToWait() {
        TokenBucket bucket = new TokenBucket(Rate.parse("1+6/min"), 0);
        assertThat(bucket.waitNanos(0)).isNotPositive();
        bucket.take(0);
        assertThat(bucket.waitNanos(0)).isEqualTo(10 * SECOND);
        assertThat(bucket.waitSeconds(0)).isEqualTo(10);
        assertThat(bucket.waitSeconds(9 * SECOND + 1)).isEqualTo(1);
        assertThat(bucket.waitNanos(10 * SECOND)).isZero();
    }

    @Test
    void shouldOweWhatWasTakenInAdvance() {
        TokenBucket bucket = new TokenBucket(Rate.parse("1+1/s"), 0);
        bucket.take(0);
        bucket.take(0);
        assertThat(bucket.waitNanos(0)).isEqualTo(2 * SECOND);
    }

    @Test
    void shouldNotBeEmptiedByBeingAsked() {
        TokenBucket bucket = new TokenBucket(Rate.parse("1+1/s"), 0);
        assertThat(bucket.tryTake(0)).isTrue();
        for (int i = 1; i < 10; i++) {
            assertThat(bucket.tryTake(i * SECOND / 10)).isFalse();
        }
        assertThat(bucket.tryTake(SECOND)).isTrue();
    }

    @Test
    void shouldKnowWhenItIsAsGoodAsNew() {
        TokenBucket bucket = new TokenBucket(Rate.parse("5+1/s"), 0);
        assertThat(bucket.isFull(0)).isTrue();
        bucket.take(0);
        assertThat(bucket.isFull(SECOND - 1)).isFalse();
        assertThat(bucket.isFull(SECOND)).isTrue();
    }

    @Test
    void shouldNeverRunOutWithoutALimit() {
        TokenBucket bucket = new TokenBucket(Rate.UNLIMITED, 0);
        for (int i = 0; i < 3_000_000; i++) {
            bucket.take(0);
        }
        assertThat(bucket.tryTake(0)).isTrue();
    }

    private static int taken(TokenBucket bucket, long now) {
        int taken = 0;
        while (bucket.tryTake(now)) {
            taken++;
        }
        return taken;
    }
}

package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotaTest {
    private final Quota quota = new Quota();

    @Test
    void shouldRefuseOneLineMoreThanTheMost() {
        for (int i = 0; i < Quota.MOST_LINES; i++) {
            assertThat(quota.take(10)).isTrue();
        }
        assertThat(quota.take(10)).isFalse();
        assertThat(quota.lines()).isEqualTo(Quota.MOST_LINES);

        quota.give(10);

        assertThat(quota.take(10)).isTrue();
        assertThat(quota.take(0)).isFalse();
    }

    @Test
    void shouldRefuseOneByteMoreThanTheMost() {
        assertThat(quota.take(Quota.MOST_BYTES)).isTrue();
        assertThat(quota.take(1)).isFalse();
        assertThat(quota.take(0)).isTrue();
        assertThat(quota.lines()).isEqualTo(2);
    }
}

package chat.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitSettingsTest {
    @Test
    void shouldLimitByDefaultAndLiftEverythingOnRequest() {
        LimitSettings some = LimitSettings.defaults();
        assertThat(some.pace().lines().isLimited()).isTrue();
        assertThat(some.nameTimeout()).isPositive();
        assertThat(some.connections().exempt()).hasSize(2);

        LimitSettings none = LimitSettings.none();
        assertThat(none.pace().lines().isLimited()).isFalse();
        assertThat(none.pace().names().isLimited()).isFalse();
        assertThat(none.pace().correspondents().isLimited()).isFalse();
        assertThat(none.pace().failures().isLimited()).isFalse();
        assertThat(none.connections().rate().isLimited()).isFalse();
        assertThat(none.nameTimeout()).isZero();
        assertThat(none.maxPendingBytes()).isEqualTo(LimitSettings.UNLIMITED);
    }

    @Test
    void shouldKeepAQuarterOfTheHeapForWhatIsToBeSent() {
        assertThat(LimitSettings.defaultPending(200L << 20)).isEqualTo(50L << 20);
        assertThat(LimitSettings.defaultPending(64L << 30)).isEqualTo(256L << 20);
        assertThat(LimitSettings.defaultPending(1)).isEqualTo(1L << 20);
    }

    @Test
    void shouldSayWhatMakesNoSense() {
        LimitSettings some = LimitSettings.defaults();
        assertThatThrownBy(() -> some.withPeerTimeout(Duration.ofSeconds(7)))
                .hasMessage("peer-timeout: 7s (expected: 8s to 18h, or none)");
        assertThatThrownBy(() -> some.withPeerTimeout(Duration.ofHours(24)))
                .hasMessage("peer-timeout: 86400s (expected: 8s to 18h, or none)");
        assertThatThrownBy(() -> some.withPeerTimeout(Duration.ofHours(999_999)))
                .hasMessageStartingWith("peer-timeout: ");
        assertThat(some.withPeerTimeout(Duration.ofHours(18)).peerTimeout()).hasHours(18);
        assertThatThrownBy(() -> some.withMaxPendingBytes(1000)).hasMessageStartingWith("max-pending: ");
        assertThatThrownBy(() -> some.withNameTimeout(Duration.ofSeconds(-1))).hasMessageStartingWith("name-timeout: ");
    }
}

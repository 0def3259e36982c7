package chat.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Browsers that load a page have limits of their own. */
class ConnectionLimitsTest {
    @Test
    void shouldLeaveEachPersonTheConnectionsOfABrowser() {
        ConnectionLimits pages = ConnectionLimits.defaults().forPages();
        assertThat(pages.most()).isEqualTo(2500);
        assertThat(pages.mostPerAddress()).isEqualTo(384);
        assertThat(pages.rate()).isEqualTo(Rate.parse("384+12/s"));
        assertThat(pages.exempt()).isEqualTo(ConnectionLimits.defaults().exempt());
    }

    @Test
    void shouldLetAPageLoadOnTheSmallestServer() {
        ConnectionLimits smallest = new ConnectionLimits(1, 1, Rate.parse("1+1/s"), List.of());
        assertThat(smallest.forPages()).isEqualTo(new ConnectionLimits(24, 6, Rate.parse("6+6/s"), List.of()));
    }

    @Test
    void shouldLimitNothingWhereNothingIsLimited() {
        assertThat(ConnectionLimits.none().forPages()).isEqualTo(ConnectionLimits.none());
    }
}

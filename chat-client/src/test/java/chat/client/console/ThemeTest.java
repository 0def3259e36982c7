package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contrast as WCAG 2 defines it, on the colours that terminals agree on. */
class ThemeTest {
    private static final double READABLE = 3.0;

    @Test
    void shouldBeReadableOnBlackAndOnWhite() {
        for (int color : colors(Theme.AUTO)) {
            assertThat(onBlack(color)).as("colour %d on black", color).isGreaterThanOrEqualTo(READABLE);
            assertThat(onWhite(color)).as("colour %d on white", color).isGreaterThanOrEqualTo(READABLE);
        }
        assertThat(Theme.AUTO.names()).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void shouldBeMoreReadableOnTheBackgroundThatAThemeIsFor() {
        assertThat(colors(Theme.DARK)).allMatch(color -> onBlack(color) >= 4.5);
        assertThat(colors(Theme.LIGHT)).allMatch(color -> onWhite(color) >= 4.5);
    }

    @Test
    void shouldHaveNoColourInMono() {
        assertThat(Theme.MONO.names()).isEmpty();
        assertThat(Theme.MONO.notice()).isNegative();
        assertThat(Theme.MONO.failure()).isNegative();
    }

    private static List<Integer> colors(Theme theme) {
        List<Integer> colors = new ArrayList<>(theme.names());
        colors.add(theme.notice());
        colors.add(theme.failure());
        return colors;
    }

    private static double onBlack(int color) {
        return (luminance(color) + 0.05) / 0.05;
    }

    private static double onWhite(int color) {
        return 1.05 / (luminance(color) + 0.05);
    }

    private static double luminance(int color) {
        if (color >= 232) {
            return linear(8 + 10 * (color - 232));
        }
        int cube = color - 16;
        return 0.2126 * linear(level(cube / 36))
                + 0.7152 * linear(level(cube / 6 % 6))
                + 0.0722 * linear(level(cube % 6));
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }

    private static double linear(int level) {
        double part = level / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}

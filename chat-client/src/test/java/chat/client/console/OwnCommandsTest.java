package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.client.console.OwnCommand.RefusedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnCommandsTest {
    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private final FakeSurface surface = new FakeSurface();
    private final Bell bell = new Bell(clock, true);
    private final Transcript transcript = new Transcript(clock.getZone());
    private final OwnCommands commands = new OwnCommands(bell, transcript, surface);

    @Test
    void shouldListThemAll() throws RefusedException {
        assertThat(commands.run("//help"))
                .contains("//help", "//away-bell", "//bell", "//theme", "//save", "//clear", "Tab");
        assertThat(commands.table()).allSatisfy(command -> {
            assertThat(command.usage()).startsWith("//" + command.verb());
            assertThat(command.summary()).isNotBlank();
        });
    }

    @Test
    void shouldNotTellAboutKeysThatAreNotThere() throws RefusedException {
        FakeSurface plain = new FakeSurface();
        plain.echoes = true;
        assertThat(new OwnCommands(bell, transcript, plain).run("//help")).doesNotContain("Tab");
    }

    @Test
    void shouldTurnTheBellsOnAndOff() throws RefusedException {
        commands.run("//bell off");
        assertThat(bell.isOn()).isFalse();
        commands.run("//BELL on");
        assertThat(bell.isOn()).isTrue();
        commands.run("//away-bell");
        assertThat(bell.isAwayOn()).isTrue();
        commands.run("//away-bell off");
        assertThat(bell.isAwayOn()).isFalse();
    }

    @Test
    void shouldChangeTheTheme() throws RefusedException {
        assertThat(commands.run("//theme dark")).isEqualTo("The theme is dark from here on.");
        assertThat(surface.theme).isEqualTo(Theme.DARK);
    }

    @Test
    void shouldClearTheScreen() throws RefusedException {
        assertThat(commands.run("//clear")).isEmpty();
        assertThat(surface.clearings).isEqualTo(1);
    }

    @Test
    void shouldSaveOnceOnly() throws RefusedException {
        transcript.add(Paragraph.notice(clock.instant(), "bob joined"));
        Path file = folder.resolve("my chat.txt");
        assertThat(commands.run("//save " + file)).isEqualTo("Saved to " + file + "; only you can read it.");
        assertThat(file).content().endsWith("notice: bob joined\n");
        assertThatThrownBy(() -> commands.run("//save " + file)).hasMessageContaining("already");
    }

    @ParameterizedTest
    @CsvSource({
        "//, did you mean",
        "//hlep, did you mean //help",
        "//bell maybe, Please type //bell on|off.",
        "//theme, Please type //theme auto|dark|light|mono.",
        "//save, 'for example: //save chat.txt'",
        "//save /no/such/folder/x, there is no folder /no/such/folder"
    })
    void shouldSayWhatWasExpected(String line, String words) {
        assertThatThrownBy(() -> commands.run(line))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(words);
    }
}

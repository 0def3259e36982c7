package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.CommandHelp;
import chat.common.event.CommandList;
import chat.common.event.Users;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionsTest {
    private final Roster roster = new Roster();
    private final CommandCatalogue catalogue = new CommandCatalogue();
    private final ManualClock clock = new ManualClock();
    private final OwnCommands own =
            new OwnCommands(new Bell(clock, true), new Transcript(clock.getZone()), new FakeSurface());
    private final Completions completions = new Completions(catalogue, roster, own::table);

    @BeforeEach
    void people() {
        roster.set(new Users(RoomName.LOBBY, List.of(UserName.of("ann"), UserName.of("Anton"), UserName.of("bob"))));
    }

    private String of(String line) {
        return String.join(
                "|", completions.of(line).stream().map(Completions.Choice::word).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "an, ann:|Anton:",
        "AN, ann:|Anton:",
        "@b, @bob",
        "hello @B, @bob",
        "hello b, ''",
        "/pr, /private",
        "/PR, /private",
        "/all, /all|/allusers",
        "'/private ', ann|Anton|bob",
        "/private b, bob",
        "/MSG b, bob",
        "/private bob a, ''",
        "/private bob @a, @ann|@Anton",
        "/cmd pr, private",
        "//th, //theme",
        "//theme d, dark",
        "//bell o, on|off",
        "//nonsense x, ''"
    })
    void shouldOfferWhatFits(String line, String words) {
        assertThat(of(line)).isEqualTo(words);
    }

    @Test
    void shouldOfferTheCommandsOfTheServerInUse() {
        catalogue.set(new CommandList(List.of(
                new CommandHelp("/join ROOM", "goes to a room", "", "/join tea"),
                new CommandHelp("/kick NAME [TEXT]", "throws somebody out", "", "/kick bob"))));
        assertThat(of("/")).isEqualTo("/join|/kick");
        roster.know(new RoomName("staff"));
        assertThat(of("/join ")).isEqualTo("lobby|staff");
        assertThat(of("/kick b")).isEqualTo("bob");

        catalogue.reset();

        assertThat(of("/")).isEqualTo("/all|/private|/allusers|/setname|/cmd|/quit");
    }
}

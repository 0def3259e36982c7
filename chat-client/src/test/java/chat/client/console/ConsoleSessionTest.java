package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.LinkState.Dialect;
import chat.client.link.LinkState.Online;
import chat.common.RoomName;
import chat.common.event.Message;
import chat.common.event.PrivateMessage;
import org.junit.jupiter.api.Test;

/** What is neither about names, lines, rooms and passwords nor about coming and going. */
class ConsoleSessionTest extends ConsoleRehearsal {
    @Test
    void shouldCountMentionsUntilAKeyIsPressed() {
        online();
        hears(new Message(RoomName.LOBBY, BOB, "hi Ann"));
        hears(new PrivateMessage(BOB, "psst"));
        hears(new Message(RoomName.LOBBY, BOB, "hi all"));
        assertThat(surface.standing.status()).contains("2 mentions");
        assertThat(surface.rings).isEqualTo(1);

        session.keyPressed();
        session.flush();

        assertThat(surface.standing.status()).noneMatch(piece -> piece.contains("mention"));
    }

    @Test
    void shouldRunItsOwnCommands() {
        online();
        types("//clear");
        types("//thme");
        assertThat(surface.clearings).isEqualTo(1);
        assertThat(link.sent).isEmpty();
        assertThat(surface.printed).singleElement().asString().contains("//thme; did you mean //theme?", "/all");
    }

    @Test
    void shouldUnderstandAServerThatSpeaksPlainText() {
        session.stateChanged(new Online(ANN, Dialect.TEXT, false));
        session.plainLine("* bob joined");
        session.plainLine("bob: hi ann");
        session.plainLine("bob(private): psst");
        session.plainLine("2 people in lobby: ann, bob");

        assertThat(surface.printed)
                .containsExactly(
                        "notice: bob joined",
                        "bob says: hi ann",
                        "private from bob: psst",
                        "notice: 2 people in lobby: ann, bob");
        assertThat(link.questions).isEmpty();
        assertThat(session.completions().of("b"))
                .extracting(Completions.Choice::word)
                .containsExactly("bob:");
    }

    @Test
    void shouldTellHowMuchWasLeftOut() {
        session.leftOut(1);
        assertThat(surface.printed)
                .containsExactly("notice: 1 line was left out here: the terminal was too slow to show all.");
    }
}

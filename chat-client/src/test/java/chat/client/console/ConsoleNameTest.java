package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.LinkState.Unnamed;
import chat.common.event.Failure;
import org.junit.jupiter.api.Test;

/** How a person gets a name. */
class ConsoleNameTest extends ConsoleRehearsal {
    @Test
    void shouldAskForTheName() {
        session.stateChanged(new Unnamed(null));
        session.flush();
        assertThat(surface.standing.prompt()).isEqualTo("Your name: ");

        types(" ann ");

        assertThat(link.sent).containsExactly("/setname ann");
    }

    @Test
    void shouldNotTakeASentenceForAName() {
        session.stateChanged(new Unnamed(null));

        types("hello everybody");

        assertThat(link.sent).isEmpty();
        assertThat(surface.printed).singleElement().asString().startsWith("error: This cannot be a name.");
    }

    @Test
    void shouldRenameNobodyWhoLostTheirNameWhileTheyTyped() {
        online();
        lost();
        session.stateChanged(new Unnamed("The name ann is taken."));
        types("yes");
        assertThat(surface.standing.prompt()).isEqualTo("/setname NAME> ");
        types("/setname anna");

        assertThat(link.sent).containsExactly("yes", "/setname anna");
        assertThat(surface.printed)
                .endsWith(
                        "error: The name ann is taken.",
                        "notice: This waits until you have a name. Please type /setname NAME.");
    }

    @Test
    void shouldTakeACommandAtTheQuestionForTheName() {
        session.stateChanged(new Unnamed(null));

        types("/cmd");

        assertThat(link.sent).containsExactly("/cmd");
    }

    @Test
    void shouldTellOnceThatANameWasRefused() {
        session.stateChanged(new Unnamed(null));
        types("bob");
        hears(new Failure(Failure.Code.NAME_TAKEN, "The name bob is taken."));
        session.stateChanged(new Unnamed("The name bob is taken."));
        assertThat(surface.printed).containsExactly("error: The name bob is taken.");

        session.stateChanged(new Unnamed("The name bob is taken."));

        assertThat(surface.printed).hasSize(2);
    }
}

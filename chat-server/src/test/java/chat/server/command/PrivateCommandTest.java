package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");
    private final Terminal eve = chat.join("eve");

    @ParameterizedTest
    @ValueSource(strings = {"/private bob hello there", "/PRIVATE  BOB \t hello there ", "/msg Bob hello there"})
    void shouldReachOnePersonAlone(String line) {
        assertThat(ann.type(line).lines()).containsExactly("Sent to bob.");
        assertThat(bob.lines()).containsExactly("ann(private): hello there");
        assertThat(eve.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "server", "*", "bob:", "zoë"})
    void shouldTellTheAuthorWhenThereIsNoSuchUser(String name) {
        assertThat(ann.type("/private " + name + " hello").lines())
                .containsExactly("User not found: " + name + ". Type /allusers to see who is here.");
    }

    @Test
    void shouldNotFindSomebodyWhoHasLeft() {
        bob.type("/quit");
        ann.lines();
        assertThat(ann.type("/private bob hello").text()).contains("not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/private", "/private bob", "/private bob   ", "/msg bob"})
    void shouldSayHowItIsTypedWithoutText(String line) {
        assertThat(ann.type(line).lines())
                .containsExactly("Please type /private NAME TEXT, for example: /private bob hello");
        assertThat(bob.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "ANN"})
    void shouldNotWriteToOneself(String name) {
        assertThat(ann.type("/private " + name + " hello").lines())
                .containsExactly(
                        "That is your own name. Please type /private NAME TEXT with the name of somebody else.");
    }

    @Test
    void shouldKeepTheOrderOfWhatIsSaidToAllAndToOne() {
        ann.send("one\n/private bob two\nthree\n/private bob four\n");
        assertThat(bob.lines()).containsExactly("ann: one", "ann(private): two", "ann: three", "ann(private): four");
        assertThat(ann.lines()).containsExactly("Sent to bob.", "Sent to bob.");
    }

    @Test
    void shouldRefuseWhatTheReceiverCannotTake() {
        bob.stopReading();
        ann.type("x".repeat(2000), "/private bob hello");
        assertThat(ann.lines())
                .containsExactly(
                        "Not sent: the connection of bob takes nothing at the moment. Please try again later.");
        assertThat(bob.waitingBytes()).isLessThan(2500);
        bob.startReading();
        assertThat(bob.lines()).containsExactly("ann: " + "x".repeat(2000));
        assertThat(ann.type("/private bob hello").lines()).containsExactly("Sent to bob.");
        assertThat(bob.lines()).containsExactly("ann(private): hello");
    }
}

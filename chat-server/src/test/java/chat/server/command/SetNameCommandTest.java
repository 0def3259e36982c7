package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetNameCommandTest {
    private static final String NOT_A_NAME = "This cannot be a name. A name has " + UserName.RULE + ".";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.connect();

    @Test
    void shouldTakeAFreeNameAndSuggestTheCommandList() {
        ann.lines();
        assertThat(ann.type("/setname ann").lines())
                .containsExactly(
                        "Name accepted: you are ann. Type something to say it to everyone; /cmd lists the commands.");
        assertThat(chat.rooms().lobby().names()).containsExactly(UserName.of("ann"));
    }

    @ParameterizedTest
    @CsvSource({"ann, ann", "ANN, ANN", "ａｎｎ, ann"})
    void shouldTellTheAuthorWhenTheNameIsTaken(String wanted, String read) {
        ann.type("/setname ann").lines();
        Terminal other = chat.connect();
        other.lines();
        assertThat(other.type("/setname " + wanted).lines())
                .containsExactly("The name " + read + " is taken. Please choose another one: /setname NAME");
        assertThat(other.type("hello").lines()).singleElement().asString().startsWith("Please choose a name");
        assertThat(ann.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1ice", "AIice", "аlice", "аӏісе"})
    void shouldSayWhomATakenNameLooksLike(String wanted) {
        ann.type("/setname alice").lines();
        Terminal other = chat.connect();
        other.lines();
        assertThat(other.type("/setname " + wanted).lines())
                .containsExactly("The name " + wanted
                        + " is taken: it looks like alice, who is here. Please choose another one: /setname NAME");
    }

    @Test
    void shouldLetGuestsHaveNamesThatDifferByADigitButNotBesideARegisteredOne() {
        ann.type("/setname anna").lines();
        Terminal other = chat.connect();
        assertThat(other.type("/setname ann4").text()).contains("accepted");
        other.hangUp();
        chat.accounts().add(UserName.of("nicky"), false).join();
        Terminal guest = chat.connect();
        guest.lines();
        assertThat(guest.type("/setname n1cky").lines())
                .containsExactly(
                        "The name n1cky is taken: it looks like nicky, which is registered. If that is you, type"
                                + " /login nicky. Please choose another one: /setname NAME");
    }

    @Test
    void shouldNotMixScriptsEvenWhileNobodyIsHere() {
        ann.lines();
        assertThat(ann.type("/setname аlice").lines())
                .containsExactly(
                        "This cannot be a name. It mixes Cyrillic and Latin letters. Please write it in one script.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/setname", "/setname   ", "/setname ann marie", "/nick"})
    void shouldSayHowItIsTypedUnlessThereIsOneWord(String line) {
        ann.lines();
        assertThat(ann.type(line).lines())
                .containsExactly(
                        "Please type /setname NAME, for example: /setname ann  (A name has " + UserName.RULE + ".)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "ann:", "-ann", "aaaaaaaaaaaaaaaaaaaaaaaaa", "/quit", "😀"})
    void shouldSayWhatANameMayBe(String wanted) {
        ann.lines();
        assertThat(ann.type("/setname " + wanted).lines()).containsExactly(NOT_A_NAME);
    }

    @Test
    void shouldKeepReservedWords() {
        ann.lines();
        assertThat(ann.type("/setname 5erver").lines())
                .containsExactly(
                        "The name 5erver is reserved. Please choose another one: it has " + UserName.RULE + ".");
    }

    @Test
    void shouldRenameAndTellTheRoom() {
        Terminal bob = chat.join("bob");
        ann.type("/setname ann");
        chat.pass(1000);
        ann.lines();
        bob.lines();
        assertThat(ann.type("/setname zoe").lines())
                .containsExactly("Name accepted: you are zoe. Everyone in the room is told. /cmd lists the commands.");
        assertThat(bob.lines()).containsExactly("* ann is now zoe");
        ann.type("hello");
        assertThat(bob.lines()).containsExactly("zoe: hello");
        assertThat(bob.type("/allusers").lines()).containsExactly("2 people in lobby: bob, zoe");
        assertThat(chat.connect().type("/setname ann").text()).contains("accepted");
    }

    @Test
    void shouldKeepTheNameUntilTheNewOneIsFree() {
        Terminal bob = chat.join("bob");
        ann.type("/setname ann");
        chat.pass(1000);
        bob.lines();
        assertThat(ann.type("/setname bob").text()).contains("taken");
        ann.type("still me");
        assertThat(bob.lines()).containsExactly("ann: still me");
    }

    @Test
    void shouldChangeTheCaseOfOnesOwnName() {
        Terminal bob = chat.join("bob");
        ann.type("/setname ann");
        chat.pass(1000);
        bob.lines();
        assertThat(ann.type("/setname Ann").text()).contains("accepted: you are Ann.");
        assertThat(bob.lines()).containsExactly("* ann is now Ann");
        assertThat(bob.type("/allusers").lines()).containsExactly("2 people in lobby: Ann, bob");
    }

    @Test
    void shouldChangeToANameThatLooksLikeOnesOwn() {
        ann.type("/setname alice");
        assertThat(ann.type("/setname a1ice").text()).contains("accepted: you are a1ice.");
        assertThat(chat.connect().type("/setname alice").text()).contains("taken: it looks like a1ice");
        ann.type("/setname bea");
        assertThat(chat.connect().type("/setname alice").text()).contains("accepted");
    }

    @Test
    void shouldTellNobodyWhenTheNameStaysTheSame() {
        Terminal bob = chat.join("bob");
        ann.type("/setname ann");
        chat.pass(1000);
        bob.lines();
        assertThat(ann.type("/setname ann").text()).contains("accepted");
        chat.pass(1000);
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldFreeTheNameOfSomebodyWhoLeft() {
        ann.type("/setname ann", "/quit");
        assertThat(chat.connect().type("/setname ann").text()).contains("accepted");
    }

    @Test
    void shouldRefuseWhatLooksLikeAnAddress() {
        try (EmbeddedChat house = new EmbeddedChat()) {
            assertThat(house.connect().type("/setname 192.0.2.7").text())
                    .contains(
                            "The name 192.0.2.7 looks like an address. Please choose another one, with a letter in it.");
            assertThat(house.connect().type("/setname v1.2.3.4").text()).contains("Name accepted");
        }
    }

    @Test
    void shouldSayThatARegisteredNameIsWrittenAsItWasRegistered() {
        try (EmbeddedChat other = new EmbeddedChat()) {
            Terminal ann = House.registered(other, "ann");
            ann.lines();
            assertThat(ann.type("/setname Ann").lines())
                    .containsExactly("A registered name is written as it was registered: ann."
                            + " Under another name you would be a guest.");
        }
    }

    @Test
    void shouldSayThatUnderAnotherNameOneIsAGuest() {
        try (EmbeddedChat other = new EmbeddedChat()) {
            Terminal ann = House.registered(other, "ann");
            ann.lines();
            assertThat(ann.type("/setname anna").lines())
                    .contains("* Under this name you are a guest. To be ann again, type /login ann");
            assertThat(ann.type("/setname annie").lines()).noneMatch(line -> line.contains("guest"));
        }
    }

    @Test
    void shouldSayHowTheOwnerComesInAlsoWhenTheNameIsHere() {
        CheapLogins.register(chat.accounts(), "zoe", "correct horse");
        Terminal zoe = chat.connect();
        zoe.type("/login zoe correct horse").lines();
        assertThat(chat.connect().type("/setname zoe").text())
                .endsWith("The name zoe is taken. If it is yours, type /login zoe."
                        + " Please choose another one: /setname NAME\n");
    }
}

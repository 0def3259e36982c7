package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import chat.server.session.Stage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BanCommandTest {
    private static final String ADDRESS = "192.0.2.7";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldTellEverybodyAndPutOutWhoIsBanned() {
        Terminal eve = eve();
        ann.lines();
        bob.lines();
        eve.text();
        assertThat(ann.type("/ban eve for 2h because spam").lines())
                .contains("* ann banned eve from this server for 2 hours: spam")
                .anyMatch(line -> line.startsWith("eve is banned from this server until "));
        assertThat(bob.lines()).contains("* ann banned eve from this server for 2 hours: spam");
        assertThat(eve.lines())
                .anyMatch(line -> line.matches("\\* You are banned from this server until .*, says ann: spam\\."))
                .endsWith("You are banned from this server, so this connection is closed.");
        assertThat(eve.session().stage()).isEqualTo(Stage.ENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eve", "EVE", "еve", "еvе"})
    void shouldKeepOutWhoComesAgainUnderWhateverNameFromTheSameAddress(String name) {
        eve();
        ann.type("/ban eve because spam").lines();
        Terminal again = House.connectFrom(chat, ADDRESS);
        assertThat(again.type("/setname " + name).text())
                .contains(
                        "You are banned from this server, says ann: spam. Who has a registered name may /login NAME.");
    }

    @Test
    void shouldTellANeighbourThatItIsTheAddress() {
        eve();
        ann.type("/ban eve for 2h because spam").lines();
        assertThat(House.connectFrom(chat, ADDRESS).type("/setname somebody").text())
                .containsPattern(
                        "The address that you come from is banned from this server until \\S+, says ann: spam\\."
                                + " That may be about somebody else there\\. Who has a registered name may /login NAME\\.");
    }

    @Test
    void shouldKeepOutWhatLooksLikeTheNameFromAnywhere() {
        ann.type("/ban eve").lines();
        assertThat(chat.connect().type("/setname Eve").text()).contains("You are banned from this server, says ann.");
        assertThat(chat.connect().type("/setname evelyn").text()).contains("accepted");
    }

    @ParameterizedTest
    @CsvSource({"eve, 3ve", "eve, Ev3", "3ve, eve", "nicky, n1cky", "n1cky, nicky", "bob3, bobe"})
    void shouldKeepOutGuestsWhoWriteTheNameWithDigitsFromAnywhere(String banned, String name) {
        ann.type("/ban " + banned).lines();
        assertThat(chat.connect().type("/setname " + name).text()).contains("You are banned from this server");
    }

    @Test
    void shouldNotHitWhoHasRegisteredANameThatIsAlikeFromAfarOnly() {
        Terminal nicky = House.registered(chat, "nicky");
        ann.type("/ban n1cky").lines();
        assertThat(nicky.session().stage()).isNotEqualTo(Stage.ENDED);
        assertThat(ann.type("/ban e1la").lines()).isNotEmpty();
        assertThat(chat.connect().type("/setname ell").text()).contains("accepted");
    }

    @Test
    void shouldReachThoseWhoHaveLeftWithinTheHour() {
        eve().hangUp();
        ann.type("/ban eve").lines();
        assertThat(House.connectFrom(chat, ADDRESS).type("/setname mallory").text())
                .contains("is banned from this server");
    }

    @Test
    void shouldKnowTheAddressesStillWhenItIsExtended() {
        eve();
        ann.type("/ban eve for 1d").lines();
        chat.pass(2 * 3600_000); // nobody remembers by now from where they came
        ann.type("/ban EVE for 7d").lines();
        chat.pass(2 * 86_400_000);
        assertThat(House.connectFrom(chat, ADDRESS).type("/setname mallory").text())
                .contains("is banned from this server");
        assertThat(ann.type("/bans").lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ban", "/kick"})
    void shouldPutOutWhoHasJustTakenAnotherName(String command) {
        Terminal eve = chat.join("eve");
        eve.type("/setname zed").text();
        ann.type(command + " eve").lines();
        assertThat(eve.session().stage()).isEqualTo(Stage.ENDED);
        assertThat(bob.channel().isOpen()).isTrue();
    }

    @Test
    void shouldSpareAnOperatorWhoWentByTheNameAsAGuest() {
        Terminal olga = chat.join("eve");
        olga.session()
                .identity()
                .logIn(chat.accounts().add(UserName.of("olga"), true).join());
        assertThat(ann.type("/ban eve").text()).contains("eve is banned from this server");
        assertThat(olga.channel().isOpen()).isTrue();
    }

    @Test
    void shouldSayHowManyPeopleAnAddressPutsOut() {
        House.guestFrom(chat, "203.0.113.7", "eve");
        House.guestFrom(chat, "203.0.113.8", "mallory");
        House.connectFrom(chat, "203.0.113.9");
        ann.lines();
        assertThat(ann.type("/ban 203.0.113.0/24").text())
                .contains("203.0.113.0/24 is banned from this server (number 1). It puts out 3 people who were here.");
        assertThat(ann.type("/ban 203.0.114.0/24").text()).contains("Nobody here comes from there now.");
    }

    @Test
    void shouldSayThatAReservedWordIsNobodysName() {
        assertThat(ann.type("/ban operator").lines())
                .containsExactly("operator is a word by which nobody here can be called.");
    }

    @Test
    void shouldMeanWhoIsHereUnderANameThatLooksLikeAnAddress() {
        Terminal eve = chat.join("eve");
        eve.session().identity().take(UserName.of("198.51.100.1")); // from when that was allowed
        assertThat(ann.type("/ban 198.51.100.1").text()).contains("* ann banned 198.51.100.1 from this server");
        assertThat(eve.session().stage()).isEqualTo(Stage.ENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113", "203.0", "203.0.113."})
    void shouldNotTakeAPartOfAnAddressForAName(String part) {
        assertThat(ann.type("/ban " + part).lines())
                .containsExactly("That is a part of an address only (expected: like 192.0.2.7 or 192.0.2.0/24).");
    }

    @Test
    void shouldHitTheConnectionOnWhichItsOwnerHasShownWhoTheyAre() {
        CheapLogins.register(chat.accounts(), "max", "correct horse");
        ann.type("/ban max").lines();
        Terminal max = chat.connect();
        assertThat(max.type("/login max correct horse").text()).contains("You are banned from this server");
        assertThat(max.type("/setname other").text()).contains("You are banned from this server");
    }

    @Test
    void shouldLeaveOutTheAddressOfWhoBans() {
        Terminal zoe = House.guestFrom(chat, ADDRESS, "zoe");
        zoe.type("/join staff").lines();
        Terminal eve = eve();
        eve.type("/join staff").text();
        assertThat(zoe.type("/mute eve").text())
                .contains("Addresses that you, operators or others who look after the room come from are left out");
        zoe.lines();
        eve.text();
        assertThat(zoe.type("hello").lines()).isEmpty();
        assertThat(eve.text()).contains("zoe: hello");
        assertThat(eve.type("hello").text()).contains("You may not write in staff");
        assertThat(eve.type("/leave", "/setname mallory", "/join staff", "hello")
                        .text())
                .contains("You may not write in staff");
    }

    @Test
    void shouldLetThoseInWhoLogInFromTheSameAddress() {
        eve();
        ann.type("/ban eve").lines();
        Terminal zoe = House.connectFrom(chat, ADDRESS);
        UserName name = UserName.of("zoe");
        assertThat(chat.moderation()
                        .gate()
                        .refusal(
                                zoe.session(),
                                name,
                                chat.accounts().add(name, false).join().id()))
                .isEmpty();
    }

    @Test
    void shouldKeepThoseOutWhoHaveRegisteredSinceAndComeFromTheSameAddress() {
        eve();
        ann.type("/ban eve").lines();
        chat.pass(1000);
        UserName name = UserName.of("zoe");
        long young = chat.accounts().add(name, false).join().id();
        assertThat(chat.moderation()
                        .gate()
                        .refusal(House.connectFrom(chat, ADDRESS).session(), name, young))
                .isPresent();
        assertThat(chat.moderation()
                        .gate()
                        .refusal(House.connectFrom(chat, "192.0.2.8").session(), name, young))
                .isEmpty();
    }

    @Test
    void shouldNotLetNeighboursRegisterWhoMayNotComeInAgain() {
        eve();
        Terminal zed = House.guestFrom(chat, ADDRESS, "zed");
        ann.type("/ban eve").lines();
        zed.text();
        assertThat(zed.type("/register correct-horse-42").text())
                .startsWith("You are banned from this server, says ann. Until then you cannot register a name.");
    }

    @Test
    void shouldPutOutEveryConnectionOfAnAccount() {
        Terminal eve = House.registered(chat, "eve");
        Terminal other = chat.join("guest");
        other.session().identity().logIn(eve.session().identity().account().orElseThrow());
        assertThat(ann.type("/ban eve").text()).contains("eve is banned");
        assertThat(eve.session().stage()).isEqualTo(Stage.ENDED);
        assertThat(other.session().stage()).isEqualTo(Stage.ENDED);
    }

    @Test
    void shouldSayHowManyOthersComeFromThere() {
        eve();
        Terminal neighbour = House.guestFrom(chat, ADDRESS, "zed");
        assertThat(ann.type("/ban eve").text())
                .contains(
                        "1 other here comes from the same address: they stay, but from there only who logs in comes in"
                                + " again.");
        assertThat(neighbour.channel().isOpen()).isTrue();
    }

    @Test
    void shouldEndByItself() {
        ann.type("/ban eve for 10m").lines();
        chat.pass(10 * 60_000);
        assertThat(chat.connect().type("/setname eve").text()).contains("accepted");
    }

    @Test
    void shouldKeepOutOfOneRoomOnly() {
        Terminal carl = House.registered(chat, "carl");
        carl.type("/join staff").lines();
        Terminal eve = eve();
        eve.type("/join staff").text();
        assertThat(carl.type("/ban eve because noise").text()).contains("* carl banned eve from staff: noise");
        assertThat(eve.lines())
                .contains(
                        "* You are banned from staff, says carl: noise.",
                        "You have left staff. What you type goes to lobby.");
        assertThat(eve.type("/join staff").lines()).containsExactly("You are banned from staff, says carl: noise.");
        assertThat(eve.type("/join hall").text()).startsWith("You are in hall");
    }

    @Test
    void shouldEndWithinADayWhereItIsDoneBySomebodyWhoOnlyCameFirst() {
        bob.type("/join staff").lines();
        assertThat(bob.type("/ban eve").text())
                .contains("* bob banned eve from staff for 1 day")
                .contains(" You came first, so it is for a day at most.");
        assertThat(bob.type("/ban eve for 2h").text())
                .contains("* bob banned eve from staff for 2 hours")
                .doesNotContain("You came first");
        Terminal zoe = House.registered(chat, "zoe");
        zoe.type("/join hall").lines();
        assertThat(zoe.type("/ban eve").text())
                .contains("* zoe banned eve from hall")
                .doesNotContain("You came first");
    }

    @Test
    void shouldKeepEverybodyOutFromAnAddress() {
        Terminal eve = eve();
        assertThat(ann.type("/ban 192.0.2.0/24 for 2h because raid").lines())
                .contains("* ann banned an address from this server for 2 hours: raid")
                .anyMatch(line -> line.startsWith("192.0.2.0/24 is banned from this server until "));
        assertThat(eve.session().stage()).isEqualTo(Stage.ENDED);
        assertThat(chat.moderation().gate().refusal(address("192.0.2.200")))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("says ann: raid."));
        assertThat(chat.moderation().gate().refusal(address("192.0.3.1"))).isEmpty();
    }

    private static InetAddress address(String text) {
        return new InetSocketAddress(text, 1).getAddress();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann | That is you yourself.",
                "olga | olga is an operator of this server. Please /deop olga in the lobby first.",
                "127.0.0.1 | 127.0.0.1 is this machine itself, or a proxy that others come through.",
                "::1 | is this machine itself, or a proxy that others come through.",
                "198.51.100.0/24 | 198.51.100.0/24 is this machine itself, or a proxy that others come through.",
                "10.0.0.0/8 | 10.0.0.0/8 is too much of the net: a /16 of IPv4 or a /32 of IPv6 is the most.",
                "0.0.0.0/0 | is too much of the net",
                "999.1.1.1 | That is no address",
                "eve for 2x | Please type /ban NAME [for TIME] [because TEXT]",
                "eve spam | Please type /ban NAME [for TIME] [because TEXT]",
            })
    void shouldSayWhatCannotBeBanned(String whom, String sentence) {
        House.operator(chat, "olga");
        assertThat(ann.type("/ban " + whom).text()).contains(sentence);
        assertThat(ann.type("/bans").text()).contains("Nobody is banned or muted in this server.");
    }

    @Test
    void shouldBanAddressesFromTheWholeServerOnly() {
        bob.type("/join staff").lines();
        assertThat(bob.type("/ban 192.0.2.7 for 2h").text())
                .startsWith("Addresses are banned from the whole server only");
    }

    @Test
    void shouldNameTheAddressToOperatorsOnly() {
        Terminal carl = House.registered(chat, "carl");
        carl.type("/join staff").lines();
        Terminal eve = eve();
        eve.type("/join staff").lines();
        assertThat(carl.type("/ban eve").text())
                .contains("eve is banned from staff")
                .doesNotContain("192.0.2");
        eve.type("/unban eve");
        bob.lines();
        assertThat(ann.type("/ban eve").text())
                .contains("It covers guests from 192.0.2.7")
                .contains("To ban everybody from there: in the lobby, /ban 192.0.2.7");
        assertThat(bob.text()).contains("ann banned eve").doesNotContain("192.0.2");
    }

    private Terminal eve() {
        return House.guestFrom(chat, ADDRESS, "eve");
    }
}

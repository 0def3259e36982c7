package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.HistoryKept;
import chat.common.event.Keeping;
import chat.common.event.Message;
import chat.common.event.NameAccepted;
import chat.common.event.Presence;
import chat.common.event.Received;
import chat.common.event.Said;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.room.QuotaStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What people and programs read while the server cannot keep what they say, and afterwards. */
class NotKeptTest {
    private static final String FULL = "the disk is full";
    private static final String REFUSED =
            "Not sent: this server cannot keep messages at the moment (the disk is full). Please try again later.";
    private static final String STOPPED =
            "* This server cannot keep messages at the moment (the disk is full), so it takes none."
                    + " You will read here when it does.";
    private static final String AGAIN = "* Messages are kept again: you may go on.";

    private @Nullable QuotaStore made;

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat(clock -> {
        made = new QuotaStore(clock);
        return made;
    });

    private final QuotaStore store = Objects.requireNonNull(made);
    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");
    private final Terminal bot = chat.joinProgram("bot");

    @Test
    void shouldTellEverybodyOnceWhenItStopsAndWhenItGoesOn() {
        ann.type("/join staff", "/join pals").lines();
        store.refuse(FULL);
        assertThat(ann.lines()).containsExactly(STOPPED);
        assertThat(bob.lines()).containsExactly(STOPPED);
        assertThat(bot.events()).containsExactly(new Keeping(false, FULL));

        store.takeAgain();
        assertThat(ann.lines()).containsExactly(AGAIN);
        assertThat(bot.events()).containsExactly(Keeping.AGAIN);
    }

    @Test
    void shouldRefuseEachLineAndGoOnAfterwards() {
        ann.type("before");
        List<Received> received = bot.received();
        bob.lines();
        store.refuse(FULL);
        List.of(ann, bob, bot).forEach(Terminal::lines);

        assertThat(ann.type("one", "/me waves", "/topic lunch").lines()).containsExactly(REFUSED, REFUSED, REFUSED);
        assertThat(bot.type("@1 /all two").received())
                .singleElement()
                .satisfies(answer -> assertThat(answer.tag()).isEqualTo("1"))
                .extracting(Received::event)
                .isEqualTo(Failure.notKept(FULL));
        assertThat(bob.lines()).isEmpty();

        store.takeAgain();
        List.of(ann, bob, bot).forEach(Terminal::lines);
        ann.type("after");
        assertThat(bob.lines()).containsExactly("ann: after");
        assertThat(bot.type("/all and on").events())
                .containsExactly(new Message(RoomName.LOBBY, UserName.of("ann"), "after"), new Said(RoomName.LOBBY));
        assertThat(number(received.get(0)) + 1)
                .as("no hole in the ids")
                .isEqualTo(number(bot.type("/history 2").received().get(0)));
    }

    @Test
    void shouldStillAnswerEverythingElse() {
        ann.type("before");
        bob.lines();
        store.refuse(FULL);
        List.of(ann, bob, bot).forEach(Terminal::lines);

        assertThat(ann.type("/private bob psst").lines()).isNotEmpty().doesNotContain(REFUSED);
        assertThat(bob.lines()).hasSize(1).first().asString().contains("psst");
        assertThat(bob.type("/history").text()).contains("ann: before");
        assertThat(bob.type("/search before").text()).contains("ann: before");
        assertThat(bob.type("/allusers").text()).contains("ann, bob, bot");
        assertThat(bob.type("/forget me now").lines())
                .containsExactly("Some or all of what you have written is still there (the disk is full)."
                        + " Please try again later.");
    }

    @Test
    void shouldNotLockARoomThatWouldBeOpenAfterARestart() {
        ann.type("/join staff").lines();
        store.refuse(FULL);
        ann.lines();
        assertThat(ann.type("/lock").lines()).containsExactly(REFUSED);
        assertThat(bob.type("/join staff").text()).contains("You are in staff");
        store.takeAgain();
        assertThat(ann.type("/lock").text()).contains("Only whom you invite gets into staff now");
    }

    @Test
    void shouldTellWhoComesMeanwhile() {
        store.refuse(FULL);
        Terminal eve = chat.connect();
        eve.type("/setname eve");
        assertThat(eve.lines()).contains(STOPPED);
        assertThat(chat.connectProgram().type("/setname prog").events())
                .containsExactly(
                        new NameAccepted(UserName.of("prog"), true),
                        new HistoryKept(Duration.ofDays(90)),
                        new Keeping(false, FULL));
    }

    @Test
    void shouldTellWhoCameAndWentAsSoonAsItCan() {
        Set<String> people = new TreeSet<>(Set.of("ann", "bob", "bot"));
        store.refuse(FULL);
        bot.events();
        chat.join("eve");
        chat.join("zoe").type("/setname zora");
        chat.join("tim").hangUp();
        bob.hangUp();
        ann.type("/setname anna");
        chat.pass(5000);
        assertThat(bot.events()).noneMatch(Presence.class::isInstance);

        store.takeAgain();
        chat.pass(5000);
        for (Event event : bot.events()) {
            if (event instanceof Presence notice) {
                notice.left()
                        .forEach(name ->
                                assertThat(people.remove(name.toString())).isTrue());
                notice.renamed().forEach(rename -> {
                    assertThat(people.remove(rename.from().toString())).isTrue();
                    people.add(rename.to().toString());
                });
                notice.joined()
                        .forEach(name -> assertThat(people.add(name.toString())).isTrue());
            }
        }
        assertThat(people).containsExactly("anna", "bot", "eve", "zora");
    }

    @Test
    void shouldSayThatHistoryIsKept() {
        Terminal eve = chat.connect();
        assertThat(eve.type("/setname eve").lines())
                .contains("* What you say in rooms is kept for 90 days. To take it back, type /forget me");
        assertThat(eve.type("/join staff", "/setname eva").text()).doesNotContain("is kept");
    }

    private static long number(Received received) {
        String id = Objects.requireNonNull(received.id());
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }
}

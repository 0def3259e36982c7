package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Unregistered;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.moderation.Moderation;
import chat.server.room.QuotaStore;
import chat.server.room.Room;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UnregisterCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");

    @Test
    void shouldGiveTheNameUp() {
        ann.type("/register correct horse").lines();
        assertThat(ann.type("/unregister").text()).contains("Please type the password of ann");
        assertThat(ann.type("correct horse").lines())
                .containsExactly("The name ann is not registered any more. You keep it until you leave.");
        assertThat(ann.session().account()).isZero();
        assertThat(chat.accounts().find(UserName.of("ann"))).isEmpty();
        ann.type("/quit");
        assertThat(chat.connect().type("/setname ann").text()).contains("accepted");
    }

    @Test
    void shouldNeedThePassword() {
        ann.type("/register correct horse").lines();
        assertThat(ann.type("/unregister wrong horse").lines())
                .containsExactly("That name and password do not go together.");
        assertThat(chat.accounts().find(UserName.of("ann"))).isPresent();
        ann.type("/unregister correct horse");
        assertThat(chat.accounts().find(UserName.of("ann"))).isEmpty();
    }

    @Test
    void shouldWriteUnderAnotherMarkFromThenOn() {
        long guest = ann.session().mark();
        ann.type("/register correct horse");
        long registered = ann.session().mark();
        ann.type("/unregister correct horse");
        assertThat(registered).isNotEqualTo(guest);
        assertThat(ann.session().mark()).isEqualTo(guest);
    }

    @Test
    void shouldBeForWhoHasLoggedIn() {
        assertThat(ann.type("/unregister").text()).startsWith("You have not logged in.");
    }

    @Test
    void shouldLeaveARoomToWhoComesFirst() {
        ann.type("/register correct horse", "/join staff", "hello").lines();
        Terminal bob = chat.join("bob");
        bob.type("/join staff").lines();
        assertThat(bob.type("/kick ann").text()).contains("Only who looks after staff may do that.");
        assertThat(ann.type("/unregister correct horse").lines())
                .contains("* You look after staff now: you may /lock and /unlock it.");
        assertThat(ann.session().rooms().current().settings().now().owners()).isEmpty();
        ann.type("/leave").lines();
        assertThat(bob.type("/slow 10s").text()).contains("bob slowed this room down");
    }

    @Test
    void shouldNotBeInvitedAnyMore() {
        ann.type("/register correct horse").lines();
        Terminal bob = chat.join("bob");
        bob.type("/join staff", "/lock", "/invite ann").lines();
        ann.type("/unregister correct horse").lines();
        assertThat(bob.session().rooms().current().settings().now().invited()).isEmpty();
    }

    @Test
    void shouldStayInvitedWhenItCannotBeKept() {
        AtomicReference<QuotaStore> disk = new AtomicReference<>();
        try (EmbeddedChat kept = new EmbeddedChat(clock -> {
            disk.set(new QuotaStore(clock));
            return disk.get();
        })) {
            Terminal zoe = House.registered(kept, "zoe");
            zoe.type("/join den", "hello").lines();
            Terminal bob = kept.join("bob");
            bob.type("/join staff", "/lock", "/invite zoe").lines();
            long account = zoe.session().account();
            disk.get().refuse("the disk is full");
            assertThat(kept.moderation().promotions().giveUp(account)).isCompletedExceptionally();
            assertThat(bob.session().rooms().current().settings().now().invited())
                    .containsExactly(account);
            assertThat(zoe.session().rooms().current().settings().isOwner(account))
                    .isTrue();
        }
    }

    @Test
    void shouldLeaveTheLastOperator() {
        ann.type("/register correct horse").lines();
        long id = ann.session().account();
        chat.accounts().setOperator(id, true).join();
        assertThat(ann.type("/unregister correct horse").lines())
                .containsExactly(
                        "You are the last operator of this server. Please /op somebody else in the lobby first.");
        House.operator(chat, "olga");
        ann.lines();
        assertThat(ann.type("/unregister correct horse").text()).contains("is not registered any more");
    }

    @Test
    void shouldForgetOwnersWhoseAccountsHaveGoneLongAgo() {
        Room room = chat.rooms().room(RoomName.parse("staff").orElseThrow());
        room.settings().addOwner(4711).join();
        Moderation.inMemory(chat.registry(), chat.rooms(), chat.accounts(), chat.mail());
        assertThat(room.settings().hasOwners()).isFalse();
    }

    @Test
    void shouldTellPrograms() {
        Terminal bot = chat.joinProgram("bot");
        bot.type("/register correct horse").events();
        assertThat(bot.type("/unregister correct horse").events())
                .containsExactly(new Unregistered(UserName.of("bot")));
    }

    /** By one more connection. */
    private Terminal again() {
        Terminal client = chat.connect();
        client.type("/login ann correct horse");
        client.lines();
        return client;
    }

    @Test
    void shouldLetTheNameBeRegisteredAgainByWhoIsHereTwice() {
        ann.type("/register correct horse").lines();
        Terminal client = again();
        ann.type("/unregister correct horse").lines();
        assertThat(client.lines())
                .containsExactly("The name ann is not registered any more. You keep it until you leave.");
        assertThat(client.session().account()).isZero();
        assertThat(client.type("/register another horse").lines())
                .endsWith("The name ann is yours now. Next time, type /login ann");
        long account = chat.accounts().find(UserName.of("ann")).orElseThrow().id();
        assertThat(client.session().account()).isEqualTo(account);
        assertThat(ann.session().account()).isEqualTo(account);
        assertThat(ann.session().mark()).isEqualTo(client.session().mark());
        Terminal third = chat.connect();
        assertThat(third.type("/login ann another horse").text()).contains("you are ann, and have logged in");
        assertThat(third.type("/allusers").lines()).containsExactly("1 person in lobby (* has logged in): ann*");
    }

    @Test
    void shouldLogOutHoweverTheAccountIsRemoved() {
        ann.type("/register correct horse").lines();
        Terminal client = again();
        chat.accounts().remove(ann.session().account()).join();
        assertThat(ann.session().account()).isZero();
        assertThat(client.type("/unregister").text()).startsWith("You have not logged in.");
        assertThat(client.type("/whois ann").text()).contains("who has not logged in");
    }

    @Test
    void shouldStayInTheirRoomsWithEachConnection() {
        ann.type("/register correct horse").lines();
        Terminal client = again();
        ann.type("/join staff", "/unregister correct horse").lines();
        client.lines();
        ann.type("/join other");
        assertThat(client.text()).contains("You have joined other by another connection");
        ann.type("/leave staff");
        assertThat(client.text()).contains("You have left staff by another connection");
    }
}

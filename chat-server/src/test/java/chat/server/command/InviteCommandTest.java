package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Invitation;
import chat.common.event.Invited;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import chat.server.room.QuotaStore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class InviteCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldAskSomebodyIn() {
        ann.type("/join staff").lines();
        assertThat(ann.type("/invite Bob").lines()).containsExactly("You have invited bob to staff.");
        assertThat(bob.lines()).containsExactly("* ann invites you to staff. To go there, type /join staff");
    }

    @Test
    void shouldLetThemIntoALockedRoomOnce() {
        ann.type("/join staff", "/lock", "/invite bob").lines();
        bob.lines();
        assertThat(bob.type("/join staff").text()).startsWith("You are in staff with 1 other.");
        bob.type("/leave").lines();
        assertThat(bob.type("/join staff").text()).startsWith("The room staff is locked.");
    }

    @Test
    void shouldSayWhenTheyAreBanned() {
        ann.type("/join staff", "/ban bob for 1h").lines();
        assertThat(ann.type("/invite bob").lines())
                .containsExactly("bob is banned from staff, and cannot come in. Who looks after it may /unban #1");
        assertThat(bob.lines()).noneMatch(line -> line.contains("invites"));
    }

    @Test
    void shouldLetInARegisteredPersonUntilTheyLeaveOrArePutOut() {
        CheapLogins.register(chat.accounts(), "zoe", "correct horse");
        Terminal zoe = chat.connect();
        zoe.type("/login zoe correct horse").lines();
        ann.type("/join staff", "/lock", "/invite zoe").lines();
        assertThat(zoe.type("/join staff").text()).contains("You are in staff with 1 other.");
        zoe.hangUp();
        Terminal again = chat.connect();
        again.type("/login zoe correct horse").lines();
        assertThat(again.type("/join staff").text()).contains("You are in staff with 1 other.");
        ann.type("/kick zoe").lines();
        assertThat(again.type("/join staff").text()).contains("The room staff is locked.");
        ann.type("/invite zoe").lines();
        again.type("/join staff", "/leave").lines();
        assertThat(again.type("/join staff").text()).contains("The room staff is locked.");
    }

    @Test
    void shouldInviteThatPersonOnly() {
        Terminal eve = chat.join("eve");
        ann.type("/join staff", "/lock", "/invite bob").lines();
        assertThat(eve.lines()).isEmpty();
        assertThat(eve.type("/join staff").text()).startsWith("The room staff is locked.");
        bob.type("/quit");
        eve.type("/setname bob").lines();
        assertThat(eve.type("/join staff").text()).as("another bob").startsWith("The room staff is locked.");
    }

    @Test
    void shouldEndInvitationsWhenTheRoomIsLockedAnew() {
        ann.type("/join staff", "/lock", "/invite bob", "/lock").lines();
        assertThat(bob.type("/join staff").text()).contains("The room staff is locked.");
    }

    @Test
    void shouldBeForWhoLooksAfterALockedRoom() {
        Terminal eve = chat.join("eve");
        ann.type("/join staff");
        bob.type("/join staff").lines();
        assertThat(bob.type("/invite eve").lines()).containsExactly("You have invited eve to staff.");
        ann.type("/lock");
        assertThat(bob.type("/invite eve").lines()).containsExactly("Only who has been in staff longest may do that.");
        assertThat(eve.lines()).containsExactly("* bob invites you to staff. To go there, type /join staff");
    }

    @Test
    void shouldSayWhomItCannotInvite() {
        assertThat(ann.type("/invite zoe").lines()).containsExactly("User not found: zoe.");
        assertThat(ann.type("/invite bob").lines()).containsExactly("bob is in lobby already.");
        assertThat(ann.type("/invite").lines()).containsExactly("Please type /invite NAME, for example: /invite bob");
    }

    @Test
    void shouldTellPrograms() {
        Terminal bot = chat.joinProgram("bot");
        ann.type("/join staff", "/invite bot").lines();
        assertThat(bot.events()).containsExactly(new Invitation(new RoomName("staff"), UserName.of("ann")));
        assertThat(bot.type("/join kitchen", "/invite ann").events())
                .endsWith(new Invited(new RoomName("kitchen"), UserName.of("ann")));
    }

    @Test
    void shouldNotLetWriteWhomItDoesNotInvite() {
        bob.type("/ignore ann").lines();
        ann.type("/join staff", "/members-only on").lines();
        assertThat(ann.type("/invite bob").text()).startsWith("Not sent: ");
        assertThat(bob.lines()).isEmpty();
        assertThat(ann.type("/members-only").text()).doesNotContain("invited");
        assertThat(ann.type("/audit").text()).doesNotContain("admit");
    }

    @Test
    void shouldSayThatWhoIsInvitedMayWrite() {
        ann.type("/join staff", "/members-only on").lines();
        assertThat(ann.type("/invite bob").lines())
                .containsExactly("You have invited bob to staff.", "bob may write in staff.");
        assertThat(bob.lines())
                .containsExactly(
                        "* ann invites you to staff. To go there, type /join staff", "* ann lets you write in staff.");
    }

    @Test
    void shouldSayWhenAnInvitationCannotBeKept() {
        AtomicReference<QuotaStore> disk = new AtomicReference<>();
        try (EmbeddedChat kept = new EmbeddedChat(clock -> {
            disk.set(new QuotaStore(clock));
            return disk.get();
        })) {
            Terminal olga = kept.join("olga");
            Terminal zoe = House.registered(kept, "zoe");
            olga.type("/join staff", "/lock").lines();
            zoe.lines();
            disk.get().refuse("the disk is full");
            olga.lines();
            zoe.lines();
            assertThat(olga.type("/invite zoe").text())
                    .contains("the disk is full")
                    .doesNotContain("invited");
            assertThat(zoe.lines()).isEmpty();
            disk.get().takeAgain();
            assertThat(zoe.type("/join staff").text()).contains("The room staff is locked.");
        }
    }

    @Test
    void shouldNotReachWhoDoesNotReadThem() {
        bob.type("/ignore ann").lines();
        ann.type("/join staff").lines();
        assertThat(ann.type("/invite bob").lines())
                .containsExactly("Not sent: bob has chosen not to read what you write.");
        assertThat(bob.lines()).isEmpty();
    }
}

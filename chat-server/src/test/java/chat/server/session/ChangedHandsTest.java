package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A name that was somebody's is somebody else's now, and those who knew the one are told. */
class ChangedHandsTest {
    private static final String TOLD =
            "* This may not be the ann who was here before: /whois ann tells whether they have logged in.";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal bob = chat.join("bob");

    private Terminal from(int host) throws Exception {
        Terminal terminal = chat.connect();
        InetAddress address = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, (byte) host});
        Origin.set(terminal.channel(), new InetSocketAddress(address, 1));
        return terminal;
    }

    private Terminal joins(String name, int host) throws Exception {
        Terminal terminal = from(host);
        terminal.type("/setname " + name);
        chat.pass(1000);
        return terminal;
    }

    @Test
    void shouldTellARoomOfAnother() throws Exception {
        joins("ann", 1).type("/quit");
        chat.pass(1000);
        bob.lines();
        Terminal other = joins("ann", 2);
        assertThat(bob.lines()).containsExactly("* ann joined", TOLD);
        assertThat(other.lines()).doesNotContain(TOLD);
    }

    @Test
    void shouldNotTellOfTheSameWhoComesBack() throws Exception {
        joins("ann", 1).type("/quit");
        chat.pass(1000);
        joins("ann", 1);
        assertThat(bob.lines()).doesNotContain(TOLD);
    }

    @Test
    void shouldNotTellAfterAnHour() throws Exception {
        joins("ann", 1).type("/quit");
        chat.pass(3_600_000);
        joins("ann", 2);
        assertThat(bob.lines()).doesNotContain(TOLD);
    }

    @Test
    void shouldTellOfANameThatWasTakenOver() throws Exception {
        Terminal ann = joins("ann", 1);
        Terminal eve = joins("eve", 2);
        ann.type("/setname anna");
        chat.pass(1000);
        bob.lines();
        eve.type("/setname ann");
        chat.pass(1000);
        assertThat(bob.lines()).containsExactly("* eve is now ann", TOLD);
        eve.type("/setname Ann");
        chat.pass(1000);
        assertThat(bob.lines()).containsExactly("* ann is now Ann");
    }

    @Test
    void shouldTellOfARegisteredNameThatWasGivenUpHoweverLongAgo() throws Exception {
        joins("ann", 1).type("/register correct horse", "/unregister correct horse", "/quit");
        chat.pass(7_200_000);
        bob.lines();
        joins("ann", 2);
        assertThat(bob.lines()).contains(TOLD);
    }

    @Test
    void shouldTellOnlyRoomsThatKnewTheOther() throws Exception {
        joins("ann", 1).type("/quit");
        chat.pass(1000);
        bob.type("/join staff").lines();
        Terminal other = joins("ann", 2);
        bob.lines();
        other.type("/join staff");
        chat.pass(1000);
        assertThat(bob.lines()).containsExactly("* ann joined");
    }

    @Test
    void shouldForgetTheOldestWhenThereAreMany() {
        FormerBearers bearers = new FormerBearers(() -> Instant.EPOCH);
        for (int i = 0; i <= FormerBearers.MOST; i++) {
            bearers.left(RoomName.LOBBY, UserName.of("user" + i), 1);
        }
        assertThat(bearers.hadAnother(RoomName.LOBBY, UserName.of("user0"), 2)).isFalse();
        assertThat(bearers.hadAnother(RoomName.LOBBY, UserName.of("user1"), 2)).isTrue();
        assertThat(bearers.hadAnother(RoomName.LOBBY, UserName.of("user1"), 1)).isFalse();
    }

    @Test
    void shouldNotForgetOwnersForThoseWhoLeaveRooms() {
        FormerBearers bearers = new FormerBearers(() -> Instant.EPOCH);
        bearers.gaveUp(UserName.of("ann"), 1);
        for (int i = 0; i <= FormerBearers.MOST; i++) {
            bearers.left(RoomName.LOBBY, UserName.of("user" + i), 7);
        }
        assertThat(bearers.hadAnother(RoomName.LOBBY, UserName.of("ann"), 2)).isTrue();
    }
}

package chat.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.wire.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people and programs read, line by line. Some of it is fixed: programs compare it byte for byte. */
class EventTextTest {
    private static final Instant WHEN = Instant.parse("2026-01-02T10:31:00Z");

    /** As this machine's time zone has it. */
    private static final String SHOWN =
            WHEN.atZone(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"));

    private static final RoomName LOBBY = RoomName.LOBBY;
    private static final RoomName STAFF = new RoomName("staff");
    private static final UserName ANN = UserName.of("ann");
    private static final UserName BOB = UserName.of("Bob");
    private static final CommandHelp PRIVATE = new CommandHelp(
            "/private NAME TEXT", "writes TEXT to NAME alone", "Nobody else reads it.", "/private bob hi");
    private static final CommandHelp QUIT = new CommandHelp("/quit", "leaves the chat", "", "/quit");

    @ParameterizedTest
    @MethodSource
    void shouldReadAs(Event event, List<String> lines) {
        assertThat(written(event, WireFormat.TEXT_LF)).isEqualTo(String.join("\n", lines) + "\n");
        assertThat(written(event, WireFormat.TEXT_CRLF)).isEqualTo(String.join("\r\n", lines) + "\r\n");
    }

    static Stream<Arguments> shouldReadAs() {
        return Stream.of(
                event(new Welcome(), "Welcome to ClientMessageSystem."),
                event(new NamePrompt(), "Please choose a name: type /setname NAME and press Enter."),
                event(
                        new NameAccepted(ANN, true),
                        "Name accepted: you are ann. Type something to say it to everyone; /cmd lists the commands."),
                event(
                        new NameAccepted(BOB, false),
                        "Name accepted: you are Bob. Everyone in the room is told. /cmd lists the commands."),
                event(new Message(LOBBY, ANN, "hello: there"), "ann: hello: there"),
                event(new PrivateMessage(ANN, "hello"), "ann(private): hello"),
                event(new PrivateMessage(ANN, "hello", true, false), "ann(private): hello"),
                event(new PrivateMessage(ANN, "hello", true, true), "(perhaps again) ann(private): hello"),
                event(new PrivateSent(BOB), "Sent to Bob."),
                event(
                        new PrivateKept(BOB, Duration.ofDays(30)),
                        "Kept for Bob: they read it when they log in, within 30 days."),
                event(new MailWaiting(1), "* 1 message came while you were away."),
                event(new MailWaiting(3), "* 3 messages came while you were away."),
                event(new Ignoring(BOB, true), "You read nothing more of Bob. To end that, type /unignore Bob"),
                event(new Ignoring(BOB, false), "You read Bob again."),
                event(new IgnoreList(List.of()), "You ignore nobody."),
                event(new IgnoreList(List.of(ANN, BOB)), "You ignore: ann, Bob"),
                event(new Away("lunch"), "* You are away until you say something or type /away: lunch"),
                event(new Away(""), "* You are not away any more."),
                event(new AwayIs(BOB, "lunch"), "* Bob is away: lunch"),
                event(new Here(BOB), "* Bob is here now."),
                event(new Notifying(BOB, true, false), "You are told when Bob comes. To end that, type /unnotify Bob"),
                event(
                        new Notifying(BOB, true, true),
                        "Bob is here already. You are told when they come again. To end that, type /unnotify Bob"),
                event(new Notifying(BOB, false, false), "You are not told any more when Bob comes."),
                event(new NotifyList(List.of()), "You wait for nobody to come."),
                event(new NotifyList(List.of(ANN, BOB)), "You are told when these come: ann, Bob"),
                event(new Goodbye(Goodbye.Reason.QUIT), "You have left the chat"),
                event(new Goodbye(Goodbye.Reason.SERVER_STOPPED), "Server has been closed by host"),
                event(
                        new Goodbye(Goodbye.Reason.SERVER_ERROR),
                        "The server made a mistake and has to close this connection. Please connect again."),
                event(new Failure(Failure.Code.NAME_TAKEN, "The name ann is taken."), "The name ann is taken."),
                event(new Announced("We move at 10:30."), "* Operator: We move at 10:30."),
                event(new Tip("To leave, type /quit."), "* To leave, type /quit."),
                event(
                        new Goodbye(Goodbye.Reason.REPLACED),
                        "You have connected again from elsewhere; this connection is closed"),
                event(new Registered(ANN), "The name ann is yours now. Next time, type /login ann"),
                event(new Unregistered(ANN), "The name ann is not registered any more. You keep it until you leave."),
                event(new PasswordChanged(ANN), "The password of ann has changed."),
                event(
                        new NameLost(ANN, BOB),
                        "* The name ann is not yours: whoever has registered it, or one like it, has come. You are Bob"
                                + " now; to choose another name, type /setname NAME"),
                event(
                        new LoggedIn(ANN, true),
                        "Name accepted: you are ann, and have logged in. Type something to say it to everyone; /cmd lists the commands."),
                event(
                        new PasswordPrompt(PasswordPrompt.Purpose.CURRENT, ANN, PasswordPrompt.Shown.NO, "Beware."),
                        "* Beware.",
                        "Please type the password of ann, and press Enter. It is not shown as you type."),
                event(new WhoIs(ANN, null, "", List.of(), ""), "ann is a guest, who has not logged in."),
                event(
                        new WhoIs(ANN, ANN, "2026-11-22", List.of(LOBBY), ""),
                        "ann has logged in; the name is registered since 2026-11-22. You share the room lobby."),
                event(
                        new WhoIs(ANN, BOB, "2026-11-22", List.of(LOBBY, STAFF), "lunch"),
                        "ann has logged in as Bob; the name is registered since 2026-11-22."
                                + " You share the rooms lobby, staff. They are away: lunch"),
                event(
                        new ChangedHands(LOBBY, ANN),
                        "* This may not be the ann who was here before: /whois ann tells whether they have logged in."),
                event(new Pong(), "pong"),
                event(new FormatChanged("text"), "Format: text."),
                event(new Resumed(7), "Resumed: the last line taken was 7."),
                event(new ReplayChanged(true), "Rooms tell you first what was said before."),
                event(new ReplayChanged(false), "Rooms tell you only what is new."),
                event(
                        new Mentioned(0, false, "10:02"),
                        "Nobody named you while you were away (since 10:02). For older lines type /mentions 50"),
                event(
                        new Mentioned(0, false, ""),
                        "Nobody named you before you came. For older lines type /mentions 50"),
                event(new Mentioned(1, false, "10:02"), "1 line named you while you were away (since 10:02)."),
                event(
                        new Mentioned(50, true, "2026-11-20 10:02"),
                        "These are the latest 50 lines that named you while you were away (since 2026-11-20 10:02)."
                                + " For more type /mentions 50"),
                event(new Repeated(), "That line was taken before."),
                kept(Duration.ZERO, ""),
                kept(Duration.ofDays(90), " for 90 days"),
                kept(Duration.ofHours(47), " for 47 hours"),
                kept(Duration.ofMinutes(119), " for 119 minutes"),
                kept(Duration.ofSeconds(60), " for 60 seconds"),
                event(new Removed(STAFF, Optional.of(ANN), ANN, 1, List.of(), false), "* ann took back 1 line"),
                event(new Removed(STAFF, Optional.of(BOB), ANN, 3, List.of(), true), "* ann removed 3 lines of Bob"),
                event(
                        new Removed(STAFF, Optional.empty(), ANN, 3, List.of(), true),
                        "* ann removed 3 lines from an address"),
                event(new Keeping(true, ""), "* Messages are kept again: you may go on."),
                event(new Action(STAFF, ANN, "waves"), "-> ann waves"),
                event(new Topic(STAFF, ANN, "lunch"), "* ann set the topic: lunch"),
                event(new Topic(STAFF, ANN, ""), "* ann took the topic away"),
                event(new TopicIs(STAFF, "lunch"), "The topic of staff: lunch"),
                event(new TopicIs(STAFF, ""), "There is no topic in staff."),
                event(
                        new Joined(STAFF, "", 1, true),
                        "You are in staff, and nobody else is yet. What you type goes there. You look after it: /lock"
                                + " lets in only whom you invite."),
                event(
                        new Joined(STAFF, "lunch", 2, false),
                        "You are in staff with 1 other. What you type goes there. The topic: lunch"),
                event(new Joined(STAFF, "", 3, false), "You are in staff with 2 others. What you type goes there."),
                event(new Left(STAFF, LOBBY), "You have left staff. What you type goes to lobby."),
                event(new CurrentRoom(STAFF), "What you type goes to staff now."),
                event(
                        new RoomList(
                                List.of(
                                        new RoomList.Row(LOBBY, 12, "", false, true),
                                        new RoomList.Row(STAFF, 1, "lunch", true, true)),
                                7),
                        "Rooms (/join ROOM goes to one, or makes it):",
                        "  lobby, 12 people, you are in it",
                        "  staff, 1 person, locked, you are in it: lunch",
                        "  and 7 more"),
                event(
                        new Locked(STAFF, "7c2qk0v5mt1h8xna"),
                        "Only whom you invite gets into staff now, and who types /join staff 7c2qk0v5mt1h8xna"),
                event(new Unlocked(STAFF), "Everybody may come into staff now."),
                event(new Invitation(STAFF, ANN), "* ann invites you to staff. To go there, type /join staff"),
                event(new Invited(STAFF, BOB), "You have invited Bob to staff."),
                event(new Owner(STAFF), "* You look after staff now: you may /lock and /unlock it."),
                moderated(LOBBY, Moderated.Action.KICK, "eve", "spam", 0, "put eve out of this server: spam"),
                moderated(STAFF, Moderated.Action.BAN, "eve", "spam", 7200, "banned eve from staff for 2 hours: spam"),
                moderated(LOBBY, Moderated.Action.BAN, "an address", "", 0, "banned an address from this server"),
                moderated(STAFF, Moderated.Action.UNBAN, "eve", "", 0, "lets eve into staff again"),
                moderated(STAFF, Moderated.Action.MUTE, "eve", "", 90, "muted eve for 90 seconds"),
                moderated(STAFF, Moderated.Action.UNMUTE, "eve", "", 0, "lets eve write again"),
                moderated(STAFF, Moderated.Action.SLOW, "", "", 60, "slowed this room down: one message a minute"),
                moderated(
                        STAFF, Moderated.Action.SLOW_OFF, "", "", 0, "lets everybody write as fast as they like again"),
                moderated(STAFF, Moderated.Action.MEMBERS_ONLY, "", "", 0, "lets only registered people write"),
                moderated(
                        STAFF,
                        Moderated.Action.MEMBERS_ONLY,
                        "",
                        "",
                        600,
                        "lets only registered people write, and who has been here for 10 minutes"),
                moderated(STAFF, Moderated.Action.MEMBERS_ONLY_OFF, "", "", 0, "lets everybody write again"),
                moderated(
                        LOBBY,
                        Moderated.Action.LOCKDOWN,
                        "",
                        "",
                        0,
                        "closed this server to guests who are not here yet"),
                moderated(LOBBY, Moderated.Action.LOCKDOWN_OFF, "", "", 0, "opened this server to everybody again"),
                moderated(STAFF, Moderated.Action.OP, "Bob", "", 0, "made Bob look after staff"),
                moderated(STAFF, Moderated.Action.DEOP, "Bob", "", 0, "made Bob not look after staff any more"),
                event(
                        new Sanctioned(Moderated.Action.BAN, "You are banned from staff, says ann."),
                        "* You are banned from staff, says ann."),
                event(new Done("Bob is out of staff."), "Bob is out of staff."),
                event(new SanctionList("staff", List.of(), 0), "Nobody is banned or muted in staff."),
                event(
                        new SanctionList(
                                "staff",
                                List.of(
                                        new SanctionList.Row(8, Moderated.Action.MUTE, "Bob", "ann", "", ""),
                                        new SanctionList.Row(7, Moderated.Action.BAN, "eve", "ann", "spam", "10:31")),
                                2),
                        "Banned or muted in staff (/unban #NUMBER takes one back):",
                        "  #8  mute  Bob  by ann",
                        "  #7  ban  eve  until 10:31  by ann: spam",
                        "  and 2 more"),
                event(new AuditList(List.of()), "Nothing has been done to keep order yet."),
                event(
                        new AuditList(List.of(
                                audited("kick", "eve", "server", "spam", 0, Optional.empty()),
                                audited("ban", "eve", "staff", "", 60, Optional.of(WHEN)),
                                audited("slow", "", "lobby", "", 10, Optional.empty()))),
                        "[" + SHOWN + "] ann (192.0.2.7:4000): kick eve in this server: spam",
                        "[" + SHOWN + "] ann (192.0.2.7:4000): ban (until " + SHOWN + ") eve in staff",
                        "[" + SHOWN + "] ann (192.0.2.7:4000): slow 10 seconds in lobby"),
                event(new Skipped(LOBBY, 1), "* 1 message skipped"),
                event(new Skipped(LOBBY, 212), "* 212 messages skipped"),
                event(new Users(LOBBY, List.of(ANN)), "1 person in lobby: ann"),
                event(new Users(LOBBY, List.of(ANN, BOB)), "2 people in lobby: ann, Bob"),
                event(
                        new Users(LOBBY, List.of(ANN, BOB), List.of(ANN), List.of()),
                        "2 people in lobby (* has logged in): ann*, Bob"),
                event(
                        new Users(LOBBY, List.of(ANN, BOB), List.of(ANN), List.of(ANN)),
                        "2 people in lobby (* has logged in): ann* (away), Bob"),
                event(
                        new Users(LOBBY, List.of(ANN, BOB), List.of(), List.of(BOB)),
                        "2 people in lobby: ann, Bob (away)"),
                event(
                        new Followed(STAFF, true),
                        "* You have joined staff by another connection, so its lines come here, too."),
                event(new Followed(STAFF, false), "* You have left staff by another connection."),
                event(new PrivateCopy(BOB, "psst"), "* To Bob(private): psst"),
                event(
                        new LoggedIn(ANN, true),
                        "Name accepted: you are ann, and have logged in. Type something to say it to everyone;"
                                + " /cmd lists the commands."),
                event(
                        new LoggedIn(BOB, false),
                        "Name accepted: you are Bob, and have logged in. Everyone in the room is told."
                                + " /cmd lists the commands."),
                event(
                        new PasswordPrompt(PasswordPrompt.Purpose.CURRENT, ANN, PasswordPrompt.Shown.NO, ""),
                        "Please type the password of ann, and press Enter. It is not shown as you type."),
                event(
                        new PasswordPrompt(PasswordPrompt.Purpose.NEW, ANN, PasswordPrompt.Shown.YES, "Careful."),
                        "* Careful.",
                        "Please choose a password for ann, and press Enter. It is shown as you type."),
                event(
                        new PasswordPrompt(PasswordPrompt.Purpose.AGAIN, ANN, PasswordPrompt.Shown.MAYBE, ""),
                        "Please type it once more for ann, and press Enter."
                                + " telnet does not show it as you type; other programs may."),
                event(QUIT, "/quit - leaves the chat.", "  Example: /quit"),
                event(
                        PRIVATE,
                        "/private NAME TEXT - writes TEXT to NAME alone.",
                        "  Nobody else reads it.",
                        "  Example: /private bob hi"),
                event(
                        new CommandList(List.of(PRIVATE, QUIT)),
                        "Commands (/cmd NAME explains one):",
                        "Talking:",
                        "  /private NAME TEXT  writes TEXT to NAME alone",
                        "This chat:",
                        "  /quit               leaves the chat"),
                event(new CommandList(List.of()), "Commands (/cmd NAME explains one):"));
    }

    private static Arguments event(Event event, String... lines) {
        return arguments(event, List.of(lines));
    }

    private static AuditList.Row audited(
            String action, String whom, String reach, String because, long seconds, Optional<Instant> until) {
        return new AuditList.Row(WHEN, "ann", "192.0.2.7:4000", action, whom, reach, because, seconds, until);
    }

    private static Arguments moderated(
            RoomName room, Moderated.Action action, String whom, String because, long seconds, String deed) {
        return event(new Moderated(room, action, whom, ANN, because, seconds), "* ann " + deed);
    }

    private static Arguments kept(Duration keep, String span) {
        return event(
                new HistoryKept(keep), "* What you say in rooms is kept" + span + ". To take it back, type /forget me");
    }

    @Test
    void shouldShowNothingOfWhatTheAuthorSeesAlready() {
        assertThat(written(new Said(LOBBY), WireFormat.TEXT_LF)).isEmpty();
    }

    @Test
    void shouldListManyUsersWithinTheWidthOfATerminal() {
        List<UserName> names = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            names.add(UserName.of("user" + i + "x".repeat(i % 17)));
        }
        List<String> lines =
                written(new Users(LOBBY, names), WireFormat.TEXT_LF).lines().toList();
        assertThat(lines)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(76).doesNotEndWith(" "));
        assertThat(lines.get(0)).startsWith("200 people in lobby: user0, user1x, ");
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line -> assertThat(line).startsWith("  user"));
        String all = String.join("", lines).replaceFirst(".*?:", "");
        assertThat(Arrays.stream(all.split(",")).map(String::strip))
                .containsExactlyElementsOf(
                        names.stream().map(UserName::toString).toList());
    }

    @Test
    void shouldNotChangeWhenTheListItWasMadeOfDoes() {
        List<UserName> names = new ArrayList<>(List.of(ANN));
        Users users = new Users(LOBBY, names);
        names.add(BOB);
        assertThat(users.names()).containsExactly(ANN);
    }

    @Test
    void shouldGiveEveryFailureACodeForPrograms() {
        assertThat(Failure.Code.NAME_TAKEN.wire()).isEqualTo("name-taken");
        assertThat(Failure.Code.values())
                .allSatisfy(code -> assertThat(code.wire()).matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void shouldCountMessagesAndTheirWeight() {
        Message message = new Message(LOBBY, ANN, "x".repeat(1000));
        assertThat(message.isMessage()).isTrue();
        assertThat(message.weight()).isGreaterThanOrEqualTo(2000);
        Presence presence = new Presence(LOBBY, List.of(ANN), List.of(), List.of());
        assertThat(presence.isMessage()).isFalse();
        assertThat(presence.weight()).isPositive();
    }

    private static String written(Event event, WireFormat format) {
        StringBuilder out = new StringBuilder();
        format.append(event, out);
        return out.toString();
    }
}

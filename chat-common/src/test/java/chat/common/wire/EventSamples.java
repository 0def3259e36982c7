package chat.common.wire;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.Announced;
import chat.common.event.AuditList;
import chat.common.event.Away;
import chat.common.event.AwayIs;
import chat.common.event.ChangedHands;
import chat.common.event.CommandHelp;
import chat.common.event.CommandList;
import chat.common.event.Confirm;
import chat.common.event.CurrentRoom;
import chat.common.event.Done;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Followed;
import chat.common.event.Forgotten;
import chat.common.event.FormatChanged;
import chat.common.event.Found;
import chat.common.event.Goodbye;
import chat.common.event.Here;
import chat.common.event.HistoryKept;
import chat.common.event.HistoryTold;
import chat.common.event.IgnoreList;
import chat.common.event.Ignoring;
import chat.common.event.Invitation;
import chat.common.event.Invited;
import chat.common.event.Joined;
import chat.common.event.Keeping;
import chat.common.event.Left;
import chat.common.event.Locked;
import chat.common.event.LoggedIn;
import chat.common.event.MailWaiting;
import chat.common.event.Mentioned;
import chat.common.event.Message;
import chat.common.event.Moderated;
import chat.common.event.NameAccepted;
import chat.common.event.NameLost;
import chat.common.event.NamePrompt;
import chat.common.event.NotifyList;
import chat.common.event.Notifying;
import chat.common.event.Owner;
import chat.common.event.PasswordChanged;
import chat.common.event.PasswordPrompt;
import chat.common.event.Pong;
import chat.common.event.Presence;
import chat.common.event.PrivateCopy;
import chat.common.event.PrivateKept;
import chat.common.event.PrivateMessage;
import chat.common.event.PrivateSent;
import chat.common.event.Registered;
import chat.common.event.Removed;
import chat.common.event.Repeated;
import chat.common.event.ReplayChanged;
import chat.common.event.Replayed;
import chat.common.event.Resumed;
import chat.common.event.RoomList;
import chat.common.event.Said;
import chat.common.event.SanctionList;
import chat.common.event.Sanctioned;
import chat.common.event.Skipped;
import chat.common.event.Tip;
import chat.common.event.Topic;
import chat.common.event.TopicIs;
import chat.common.event.Unlocked;
import chat.common.event.Unregistered;
import chat.common.event.Users;
import chat.common.event.Welcome;
import chat.common.event.WhoIs;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** One of each event, and the line that programs read. */
final class EventSamples {
    private static final RoomName LOBBY = RoomName.LOBBY;
    private static final RoomName STAFF = new RoomName("staff");
    private static final UserName ANN = UserName.of("ann");
    private static final UserName BOB = UserName.of("Bob");
    private static final CommandHelp PRIVATE = new CommandHelp(
            "/private NAME TEXT", "writes TEXT to NAME alone", "Nobody else reads it.", "/private bob hi");
    private static final String PRIVATE_FIELDS = "'usage':'/private NAME TEXT','summary':'writes TEXT to NAME alone',"
            + "'details':'Nobody else reads it.','example':'/private bob hi'";

    private EventSamples() {}

    /** Events with their lines; double quotes are written as single ones. */
    static Stream<Arguments> all() {
        return Stream.of(
                sample(new Welcome(), "{'event':'welcome'}"),
                sample(
                        new NamePrompt(),
                        "{'event':'name-prompt',"
                                + "'text':'Please choose a name: type /setname NAME and press Enter.'}"),
                sample(new NameAccepted(ANN, true), "{'event':'name-accepted','name':'ann','first':true}"),
                sample(new NameAccepted(BOB, false), "{'event':'name-accepted','name':'Bob','first':false}"),
                sample(new LoggedIn(ANN, true), "{'event':'logged-in','name':'ann','first':true}"),
                sample(
                        new PasswordPrompt(PasswordPrompt.Purpose.CURRENT, ANN, PasswordPrompt.Shown.YES, "Careful."),
                        "{'event':'password-prompt','purpose':'current','name':'ann','warning':'Careful.'}"),
                sample(new Message(LOBBY, ANN, "hi"), "{'event':'message','room':'lobby','from':'ann','text':'hi'}"),
                sample(
                        new Presence(
                                LOBBY,
                                List.of(ANN, BOB),
                                List.of(),
                                List.of(new Presence.Rename(UserName.of("a"), UserName.of("b")))),
                        "{'event':'presence','room':'lobby','joined':['ann','Bob'],'left':[],"
                                + "'renamed':[{'from':'a','to':'b'}]}"),
                sample(
                        new Presence(LOBBY, List.of(), List.of(ANN), List.of()),
                        "{'event':'presence','room':'lobby','joined':[],'left':['ann'],'renamed':[]}"),
                sample(new Said(LOBBY), "{'event':'said','room':'lobby'}"),
                sample(
                        new PrivateMessage(ANN, "psst", true, true),
                        "{'event':'private','from':'ann','text':'psst','kept':true,'again':true}"),
                sample(new PrivateMessage(ANN, "psst"), "{'event':'private','from':'ann','text':'psst'}"),
                sample(new PrivateSent(BOB), "{'event':'private-sent','to':'Bob'}"),
                sample(
                        new Users(LOBBY, List.of(ANN, BOB)),
                        "{'event':'users','room':'lobby','names':['ann','Bob'],'registered':[],'away':[]}"),
                sample(
                        new Users(LOBBY, List.of(ANN, BOB), List.of(ANN), List.of(BOB)),
                        "{'event':'users','room':'lobby','names':['ann','Bob'],'registered':['ann'],"
                                + "'away':['Bob']}"),
                sample(new Followed(STAFF, true), "{'event':'followed','room':'staff','joined':true}"),
                sample(new PrivateCopy(BOB, "psst"), "{'event':'private-copy','to':'Bob','text':'psst'}"),
                sample(
                        new PrivateKept(BOB, Duration.ofDays(30)),
                        "{'event':'private-kept','to':'Bob','seconds':2592000}"),
                sample(new MailWaiting(3), "{'event':'mail','count':3}"),
                sample(new Ignoring(BOB, true), "{'event':'ignoring','name':'Bob','on':true}"),
                sample(new IgnoreList(List.of(ANN, BOB)), "{'event':'ignored','names':['ann','Bob']}"),
                sample(new Away("lunch"), "{'event':'away','text':'lunch'}"),
                sample(new AwayIs(BOB, "lunch"), "{'event':'away-is','name':'Bob','text':'lunch'}"),
                sample(new Here(BOB), "{'event':'here','name':'Bob'}"),
                sample(new Notifying(BOB, true, false), "{'event':'notifying','name':'Bob','on':true,'here':false}"),
                sample(new NotifyList(List.of(ANN, BOB)), "{'event':'notify-list','names':['ann','Bob']}"),
                sample(new CommandList(List.of(PRIVATE)), "{'event':'commands','commands':[{" + PRIVATE_FIELDS + "}]}"),
                sample(new CommandList(List.of()), "{'event':'commands','commands':[]}"),
                sample(PRIVATE, "{'event':'command'," + PRIVATE_FIELDS + "}"),
                sample(
                        new Failure(Failure.Code.NAME_TAKEN, "The name ann is taken."),
                        "{'event':'failure','code':'name-taken','text':'The name ann is taken.'}"),
                sample(new Skipped(LOBBY, 12), "{'event':'skipped','room':'lobby','messages':12}"),
                sample(
                        new Tip("To leave, type /quit and press Enter."),
                        "{'event':'tip','text':'To leave, type /quit and press Enter.'}"),
                sample(new FormatChanged("json"), "{'event':'format','format':'json'}"),
                sample(new Announced("We move at 10:30."), "{'event':'announcement','text':'We move at 10:30.'}"),
                sample(new Pong(), "{'event':'pong'}"),
                sample(new Resumed(7), "{'event':'resumed','last':7}"),
                sample(new Resumed(Long.MAX_VALUE), "{'event':'resumed','last':9223372036854775807}"),
                sample(
                        new Action(STAFF, ANN, "waves"),
                        "{'event':'action','room':'staff','from':'ann','text':'waves'}"),
                sample(new Topic(STAFF, ANN, "lunch"), "{'event':'topic','room':'staff','from':'ann','text':'lunch'}"),
                sample(new TopicIs(STAFF, ""), "{'event':'topic-is','room':'staff','topic':''}"),
                sample(
                        new Joined(STAFF, "lunch", 2, false),
                        "{'event':'joined','room':'staff','topic':'lunch','people':2,'owner':false}"),
                sample(new Left(STAFF, LOBBY), "{'event':'left','room':'staff','current':'lobby'}"),
                sample(new CurrentRoom(STAFF), "{'event':'current-room','room':'staff'}"),
                sample(
                        new RoomList(List.of(new RoomList.Row(STAFF, 2, "lunch", true, true)), 7),
                        "{'event':'rooms','rooms':[{'room':'staff','people':2,'topic':'lunch','locked':true,"
                                + "'joined':true}],'more':7}"),
                sample(
                        new Locked(STAFF, "7c2qk0v5mt1h8xna"),
                        "{'event':'locked','room':'staff','key':'7c2qk0v5mt1h8xna'}"),
                sample(new Unlocked(STAFF), "{'event':'unlocked','room':'staff'}"),
                sample(new Invitation(STAFF, ANN), "{'event':'invitation','room':'staff','from':'ann'}"),
                sample(new Invited(STAFF, BOB), "{'event':'invited','room':'staff','to':'Bob'}"),
                sample(new Owner(STAFF), "{'event':'owner','room':'staff'}"),
                sample(
                        new HistoryTold(STAFF, 2, "/history before x-7"),
                        "{'event':'history','room':'staff','count':2,'next':'/history before x-7'}"),
                sample(new Found(2, true), "{'event':'found','count':2,'more':true}"),
                sample(new Mentioned(2, true, "10:02"), "{'event':'mentioned','count':2,'more':true,'since':'10:02'}"),
                sample(new Replayed(STAFF), "{'event':'replayed','room':'staff'}"),
                sample(new ReplayChanged(false), "{'event':'replay','on':false}"),
                sample(
                        new Removed(STAFF, Optional.of(ANN), BOB, 3, List.of(new Removed.Span("x-7", "x-9")), true),
                        "{'event':'removed','room':'staff','from':'ann','by':'Bob','count':3,"
                                + "'lines':[{'first':'x-7','last':'x-9'}],'more':true}"),
                sample(
                        new Moderated(STAFF, Moderated.Action.MEMBERS_ONLY, "", ANN, "raid", 600),
                        "{'event':'moderated','room':'staff','action':'members-only','whom':'','by':'ann',"
                                + "'because':'raid','seconds':600}"),
                sample(
                        new Sanctioned(Moderated.Action.BAN, "You are banned from staff, says ann."),
                        "{'event':'sanctioned','action':'ban','text':'You are banned from staff, says ann.'}"),
                sample(new Done("Bob is out of staff."), "{'event':'done','text':'Bob is out of staff.'}"),
                sample(
                        new SanctionList(
                                "staff",
                                List.of(new SanctionList.Row(7, Moderated.Action.BAN, "eve", "ann", "spam", "10:31")),
                                2),
                        "{'event':'bans','where':'staff','bans':[{'number':7,'action':'ban','whom':'eve','by':'ann',"
                                + "'because':'spam','until':'10:31'}],'more':2}"),
                sample(
                        new AuditList(List.of(new AuditList.Row(
                                Instant.parse("2026-11-22T10:31:00.123Z"),
                                "ann",
                                "192.0.2.7:4000",
                                "mute",
                                "eve",
                                "server",
                                "spam",
                                60,
                                Optional.of(Instant.parse("2026-11-22T10:32:00.123Z"))))),
                        "{'event':'audit','rows':[{'at':'2026-11-22T10:31:00.123Z','by':'ann','from':'192.0.2.7:4000',"
                                + "'action':'mute','whom':'eve','reach':'server','because':'spam','seconds':60,"
                                + "'until':'2026-11-22T10:32:00.123Z'}]}"),
                sample(new Forgotten(3, 1, 2), "{'event':'forgotten','lines':3,'rooms':1,'messages':2}"),
                sample(
                        new Confirm("This cannot be undone.", "/forget me now"),
                        "{'event':'confirm','text':'This cannot be undone.','command':'/forget me now'}"),
                sample(
                        new Keeping(false, "the disk is full"),
                        "{'event':'keeping','works':false,'why':'the disk is full'}"),
                sample(new HistoryKept(Duration.ofDays(90)), "{'event':'history-kept','seconds':7776000}"),
                sample(new Registered(ANN), "{'event':'registered','name':'ann'}"),
                sample(new Unregistered(ANN), "{'event':'unregistered','name':'ann'}"),
                sample(new PasswordChanged(ANN), "{'event':'password-changed','name':'ann'}"),
                sample(new NameLost(ANN, BOB), "{'event':'name-lost','before':'ann','name':'Bob'}"),
                sample(
                        new WhoIs(ANN, BOB, "2026-11-22", List.of(LOBBY, STAFF), "lunch")
                                .with(List.of(new WhoIs.Connection("192.0.2.7:4000", "10:31"))),
                        "{'event':'whois','name':'ann','account':'Bob','since':'2026-11-22',"
                                + "'rooms':[{'room':'lobby'},{'room':'staff'}],'away':'lunch',"
                                + "'connections':[{'address':'192.0.2.7:4000','since':'10:31'}]}"),
                sample(
                        new WhoIs(ANN, null, "", List.of(), ""),
                        "{'event':'whois','name':'ann','account':'','since':'','rooms':[],'away':'','connections':[]}"),
                sample(new ChangedHands(STAFF, ANN), "{'event':'changed-hands','room':'staff','name':'ann'}"),
                sample(new Repeated(), "{'event':'repeated'}"),
                sample(
                        new Goodbye(Goodbye.Reason.QUIT),
                        "{'event':'goodbye','reason':'quit','text':'You have left the chat'}"),
                sample(
                        new Goodbye(Goodbye.Reason.SERVER_STOPPED),
                        "{'event':'goodbye','reason':'server-stopped','text':'Server has been closed by host'}"));
    }

    /** The same, without the lines, and every value of what has few. */
    static Stream<Event> events() {
        return Stream.of(
                        all().map(sample -> (Event) sample.get()[0]),
                        Arrays.stream(Moderated.Action.values())
                                .map(action -> new Moderated(STAFF, action, "eve", ANN, "", 60)),
                        Arrays.stream(Goodbye.Reason.values()).map(Goodbye::new),
                        Arrays.stream(Failure.Code.values()).map(code -> new Failure(code, "Sorry.")))
                .flatMap(events -> events);
    }

    private static Arguments sample(Event event, String line) {
        return Arguments.of(event, line.replace('\'', '"'));
    }
}

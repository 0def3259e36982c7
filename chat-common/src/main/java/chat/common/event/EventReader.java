package chat.common.event;

import java.util.Map;
import java.util.function.Function;

/** Which record reads which event. Any thread. */
public final class EventReader {
    private static final Map<String, Function<JsonObject, Event>> RECORDS = Map.ofEntries(
            Map.entry("announcement", Announced::read),
            Map.entry("action", Action::read),
            Map.entry("away", Away::read),
            Map.entry("away-is", AwayIs::read),
            Map.entry("changed-hands", ChangedHands::read),
            Map.entry("audit", AuditList::read),
            Map.entry("bans", SanctionList::read),
            Map.entry("command", CommandHelp::read),
            Map.entry("commands", CommandList::read),
            Map.entry("confirm", Confirm::read),
            Map.entry("current-room", CurrentRoom::read),
            Map.entry("done", Done::read),
            Map.entry("failure", Failure::read),
            Map.entry("followed", Followed::read),
            Map.entry("forgotten", Forgotten::read),
            Map.entry("format", FormatChanged::read),
            Map.entry("found", Found::read),
            Map.entry("goodbye", Goodbye::read),
            Map.entry("here", Here::read),
            Map.entry("history", HistoryTold::read),
            Map.entry("history-kept", HistoryKept::read),
            Map.entry("ignored", IgnoreList::read),
            Map.entry("ignoring", Ignoring::read),
            Map.entry("invitation", Invitation::read),
            Map.entry("invited", Invited::read),
            Map.entry("joined", Joined::read),
            Map.entry("keeping", Keeping::read),
            Map.entry("left", Left::read),
            Map.entry("locked", Locked::read),
            Map.entry("logged-in", LoggedIn::read),
            Map.entry("mail", MailWaiting::read),
            Map.entry("mentioned", Mentioned::read),
            Map.entry("message", Message::read),
            Map.entry("moderated", Moderated::read),
            Map.entry("name-accepted", NameAccepted::read),
            Map.entry("name-lost", NameLost::read),
            Map.entry("name-prompt", NamePrompt::read),
            Map.entry("notify-list", NotifyList::read),
            Map.entry("notifying", Notifying::read),
            Map.entry("owner", Owner::read),
            Map.entry("password-changed", PasswordChanged::read),
            Map.entry("password-prompt", PasswordPrompt::read),
            Map.entry("pong", Pong::read),
            Map.entry("presence", Presence::read),
            Map.entry("private", PrivateMessage::read),
            Map.entry("private-copy", PrivateCopy::read),
            Map.entry("private-kept", PrivateKept::read),
            Map.entry("private-sent", PrivateSent::read),
            Map.entry("registered", Registered::read),
            Map.entry("removed", Removed::read),
            Map.entry("repeated", Repeated::read),
            Map.entry("replay", ReplayChanged::read),
            Map.entry("replayed", Replayed::read),
            Map.entry("resumed", Resumed::read),
            Map.entry("rooms", RoomList::read),
            Map.entry("said", Said::read),
            Map.entry("sanctioned", Sanctioned::read),
            Map.entry("skipped", Skipped::read),
            Map.entry("tip", Tip::read),
            Map.entry("topic", Topic::read),
            Map.entry("topic-is", TopicIs::read),
            Map.entry("unlocked", Unlocked::read),
            Map.entry("unregistered", Unregistered::read),
            Map.entry("users", Users::read),
            Map.entry("welcome", Welcome::read),
            Map.entry("whois", WhoIs::read));

    private EventReader() {}

    /**
     * Reads an event back.
     *
     * @param object its fields; those that no record knows do not matter
     * @return the event
     * @throws IllegalArgumentException if no record knows the event, or a field of it is missing or wrong
     */
    public static Event read(JsonObject object) {
        String name = object.text("event");
        Function<JsonObject, Event> read = RECORDS.get(name);
        if (read == null) {
            throw new IllegalArgumentException("the event " + name + " is unknown");
        }
        return read.apply(object);
    }
}

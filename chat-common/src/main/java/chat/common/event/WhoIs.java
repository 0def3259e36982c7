package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is.
 *
 * @param name what they go by now
 * @param account the registered name to which they have logged in; null for guests
 * @param since the day on which it was registered, as {@code 2026-11-22}; empty for guests
 * @param rooms where they are, of the rooms that the asker is in
 * @param away what they want those to know who write to them, printable; empty if they are not away
 */
public record WhoIs(UserName name, @Nullable UserName account, String since, List<RoomName> rooms, String away)
        implements Event {
    /** Copies the list, so that the event never changes. */
    public WhoIs {
        rooms = List.copyOf(rooms);
    }

    @Override
    public void writeText(TextLines out) {
        String who = account == null
                ? name + " is a guest, who has not logged in."
                : name + " has logged in" + (name.equals(account) ? "" : " as " + account)
                        + "; the name is registered since " + since + ".";
        out.line(who
                + (rooms.isEmpty() ? "" : " You share " + shared() + ".")
                + (away.isEmpty() ? "" : " They are away: " + away));
    }

    private String shared() {
        return (rooms.size() == 1 ? "the room " : "the rooms ")
                + rooms.stream().map(RoomName::toString).collect(Collectors.joining(", "));
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("whois")
                .add("name", name)
                .add("account", account == null ? "" : account.toString())
                .add("since", since)
                .addObjects("rooms", rooms, (room, fields) -> fields.add("room", room))
                .add("away", away);
    }

    static WhoIs read(JsonObject in) {
        return new WhoIs(
                in.name("name"),
                in.text("account").isEmpty() ? null : in.name("account"),
                in.text("since"),
                in.objects("rooms", row -> row.room("room")),
                in.text("away"));
    }
}

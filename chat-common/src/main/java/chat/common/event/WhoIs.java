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
 * @param connections by what they are connected, for operators only; empty for others
 */
public record WhoIs(
        UserName name,
        @Nullable UserName account,
        String since,
        List<RoomName> rooms,
        String away,
        List<Connection> connections)
        implements Event {
    /**
     * One connection.
     *
     * @param address from where
     * @param since since when, as people there read it
     */
    public record Connection(String address, String since) {}

    /** Copies the lists, so that the event never changes. */
    public WhoIs {
        rooms = List.copyOf(rooms);
        connections = List.copyOf(connections);
    }

    /**
     * What everybody may know.
     *
     * @param name see the class
     * @param account see the class
     * @param since see the class
     * @param rooms see the class
     * @param away see the class
     */
    public WhoIs(UserName name, @Nullable UserName account, String since, List<RoomName> rooms, String away) {
        this(name, account, since, rooms, away, List.of());
    }

    /**
     * The same for an operator.
     *
     * @param known by what they are connected
     */
    public WhoIs with(List<Connection> known) {
        return new WhoIs(name, account, since, rooms, away, known);
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
        connections.forEach(connection ->
                out.line("Connected from " + connection.address() + " since " + connection.since() + "."));
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
                .add("away", away)
                .addObjects(
                        "connections",
                        connections,
                        (connection, fields) ->
                                fields.add("address", connection.address()).add("since", connection.since()));
    }

    static WhoIs read(JsonObject in) {
        return new WhoIs(
                in.name("name"),
                in.text("account").isEmpty() ? null : in.name("account"),
                in.text("since"),
                in.objects("rooms", row -> row.room("room")),
                in.text("away"),
                in.objects("connections", row -> new Connection(row.text("address"), row.text("since"))));
    }
}

package chat.common.event;

import chat.common.Period;
import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Somebody has kept order, and everybody in the room reads it: {@code * ann banned eve from lobby for 2 hours: spam}.
 *
 * @param room where it is read; what is about the whole server is read in the lobby
 * @param action what was done
 * @param whom to whom; empty if it is about everybody
 * @param by who did it
 * @param because why; empty if they did not say
 * @param seconds for how long; 0 until it is taken back. Of {@link Action#SLOW} the time between two messages, of {@link
 *     Action#MEMBERS_ONLY} how long somebody must have been here who is not registered, 0 if that does not help
 */
public record Moderated(RoomName room, Action action, String whom, UserName by, String because, long seconds)
        implements RoomEvent {
    /** What can be done. */
    public enum Action {
        /** Put out of the room. */
        KICK,
        /** Put out, and kept out. */
        BAN,
        /** Let in again. */
        UNBAN,
        /** Kept from writing. */
        MUTE,
        /** May write again. */
        UNMUTE,
        /** Everybody writes one message in that time. */
        SLOW,
        /** Everybody writes as fast as they like. */
        SLOW_OFF,
        /** Only registered people may write. */
        MEMBERS_ONLY,
        /** Everybody may write. */
        MEMBERS_ONLY_OFF,
        /** Nobody new comes in without logging in. */
        LOCKDOWN,
        /** Everybody may come in. */
        LOCKDOWN_OFF,
        /** Looks after the room or, in the lobby, after the server from now on. */
        OP,
        /** Does not any more. */
        DEOP;

        /** The action as programs read it: {@code members-only}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Action of(String wire) {
            return Arrays.stream(values())
                    .filter(action -> action.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the field action is wrong (expected: one that this version knows)"));
        }
    }

    @Override
    public boolean isMessage() {
        return false;
    }

    @Override
    public int weight() {
        return 200 + 2 * (whom.length() + because.length());
    }

    @Override
    public void writeText(TextLines out) {
        out.add("* ").add(by.toString()).add(" ").add(deed());
        out.add(because.isEmpty() ? "" : ": " + because).end();
    }

    private String deed() {
        String where = room.equals(RoomName.LOBBY) ? "this server" : room.toString();
        return switch (action) {
            case KICK -> "put " + whom + " out of " + where;
            case BAN -> "banned " + whom + " from " + where + span();
            case UNBAN -> "lets " + whom + " into " + where + " again";
            case MUTE -> "muted " + whom + span();
            case UNMUTE -> "lets " + whom + " write again";
            case SLOW -> "slowed this room down: one message " + Period.every(seconds);
            case SLOW_OFF -> "lets everybody write as fast as they like again";
            case MEMBERS_ONLY ->
                "lets only registered people write"
                        + (seconds == 0 ? "" : ", and who has been here for " + Period.words(seconds));
            case MEMBERS_ONLY_OFF -> "lets everybody write again";
            case LOCKDOWN -> "closed this server to guests who are not here yet";
            case LOCKDOWN_OFF -> "opened this server to everybody again";
            case OP -> "made " + whom + " look after " + where;
            case DEOP -> "made " + whom + " not look after " + where + " any more";
        };
    }

    private String span() {
        return seconds == 0 ? "" : " for " + Period.words(seconds);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("moderated").add("room", room).add("action", action.wire()).add("whom", whom);
        out.add("by", by).add("because", because).add("seconds", seconds);
    }

    static Moderated read(JsonObject in) {
        return new Moderated(
                in.room("room"),
                Action.of(in.text("action")),
                in.text("whom"),
                in.name("by"),
                in.text("because"),
                in.number("seconds"));
    }
}

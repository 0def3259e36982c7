package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Who came, went or changed their name since the last such notice: {@code * eve left; ann, bob and 35 others joined}.
 * In this order it is true read from left to right: a name has to become free before somebody else can have it.
 *
 * @param room where
 * @param joined who came
 * @param left who went
 * @param renamed who changed their name
 */
public record Presence(RoomName room, List<UserName> joined, List<UserName> left, List<Rename> renamed)
        implements RoomEvent {
    /** How many of one kind are named before the rest is only counted. */
    private static final int NAMED = 3;

    /** About the memory of a name that only the log still remembers. */
    private static final int NAME_WEIGHT = 150;

    /**
     * One change of name.
     *
     * @param from the name until now
     * @param to the name from now on
     */
    public record Rename(UserName from, UserName to) {
        @Override
        public String toString() {
            return from + " is now " + to;
        }

        private void write(JsonFields out) throws IOException {
            out.add("from", from).add("to", to);
        }

        private static Rename read(JsonObject in) {
            return new Rename(in.name("from"), in.name("to"));
        }
    }

    /**
     * A notice about nobody, which nobody is told: what is left in a place of which nothing else is kept.
     *
     * @param room where
     * @return the notice
     */
    public static Presence ofNobody(RoomName room) {
        return new Presence(room, List.of(), List.of(), List.of());
    }

    /** Copies the lists, so that the event never changes. */
    public Presence {
        joined = List.copyOf(joined);
        left = List.copyOf(left);
        renamed = List.copyOf(renamed);
    }

    /** Whether it tells nothing. */
    public boolean isEmpty() {
        return joined.isEmpty() && left.isEmpty() && renamed.isEmpty();
    }

    @Override
    public boolean isMessage() {
        return false;
    }

    @Override
    public int weight() {
        return 128 + NAME_WEIGHT * (joined.size() + left.size() + 2 * renamed.size());
    }

    @Override
    public void writeText(TextLines out) {
        List<String> parts = new ArrayList<>(3);
        if (!left.isEmpty()) {
            parts.add(crowd(left, " and ", " others") + " left");
        }
        if (!renamed.isEmpty()) {
            parts.add(crowd(renamed, ", and ", " others changed their names"));
        }
        if (!joined.isEmpty()) {
            parts.add(crowd(joined, " and ", " others") + " joined");
        }
        out.line("* " + String.join("; ", parts));
    }

    private static String crowd(List<?> members, String and, String others) {
        int named = members.size() <= NAMED ? members.size() : NAMED - 1;
        StringBuilder text = new StringBuilder(members.get(0).toString());
        for (int i = 1; i < named; i++) {
            boolean last = i == members.size() - 1;
            text.append(last ? and : ", ").append(members.get(i));
        }
        if (named < members.size()) {
            text.append(and).append(members.size() - named).append(others);
        }
        return text.toString();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("presence")
                .add("room", room)
                .addNames("joined", joined)
                .addNames("left", left)
                .addObjects("renamed", renamed, Rename::write);
    }

    static Presence read(JsonObject in) {
        return new Presence(in.room("room"), in.names("joined"), in.names("left"), in.objects("renamed", Rename::read));
    }
}

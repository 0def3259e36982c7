package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Lines of a room are gone, and no history tells them any more: {@code * ann took back 3 lines}. Programs that still have
 * them let go of them.
 *
 * @param room where
 * @param from whose lines they were; empty if they were found by where they came from, which nobody reads here
 * @param by who has removed them: their author, or somebody who may
 * @param count how many lines
 * @param lines where they stood, oldest first: all of them, or if there are too many places the latest
 * @param more whether there are earlier ones that are not among {@code lines}
 */
public record Removed(RoomName room, Optional<UserName> from, UserName by, long count, List<Span> lines, boolean more)
        implements RoomEvent {
    /**
     * Lines in a row; between the first and the last there is nothing that anybody else has written.
     *
     * @param first the id of the first
     * @param last the id of the last, which may be the same
     */
    public record Span(String first, String last) {
        private void write(JsonFields out) throws IOException {
            out.add("first", first).add("last", last);
        }

        private static Span read(JsonObject in) {
            return new Span(in.text("first"), in.text("last"));
        }
    }

    /** Copies the list, so that the event never changes. */
    public Removed {
        lines = List.copyOf(lines);
    }

    @Override
    public boolean isMessage() {
        return false;
    }

    @Override
    public int weight() {
        return 256 + 160 * lines.size();
    }

    @Override
    public void writeText(TextLines out) {
        boolean own = from.filter(by::equals).isPresent();
        out.add("* ").add(by.toString()).add(own ? " took back " : " removed ");
        out.add(count).add(count == 1 ? " line" : " lines");
        out.add(own ? "" : from.map(author -> " of " + author).orElse(" from an address"))
                .end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("removed")
                .add("room", room)
                .add("from", from.map(UserName::toString).orElse(""));
        out.add("by", by).add("count", count);
        out.addObjects("lines", lines, Span::write).add("more", more);
    }

    static Removed read(JsonObject in) {
        return new Removed(
                in.room("room"),
                in.text("from").isEmpty() ? Optional.empty() : Optional.of(in.name("from")),
                in.name("by"),
                in.number("count"),
                in.objects("lines", Span::read),
                in.flag("more"));
    }
}

package chat.server.command;

import chat.common.RoomName;
import chat.common.event.Found;
import chat.server.room.Rooms;
import chat.server.session.PastLines;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.List;

/**
 * Finds what was said in the rooms that somebody is in, the newest first.
 *
 * <pre>
 *   ann types   /search release date
 *   ann reads   [staff] [2026-11-20 10:31] bob: the release has no date yet
 *   ann reads   1 line found.
 * </pre>
 */
final class SearchCommand implements Command {
    /** How many lines one answer has at most. */
    static final int MOST = 50;

    private static final Syntax SYNTAX = Syntax.of(
                    "/search TEXT", "finds what was said in your rooms", "/search release date")
            .details("It finds lines that have all the words, whatever their case and accents."
                    + " \"release date\" finds words in a row, deplo* what begins so.")
            .build();

    private final SessionRegistry registry;
    private final Rooms rooms;

    SearchCommand(SessionRegistry registry, Rooms rooms) {
        this.registry = registry;
        this.rooms = rooms;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        List<RoomName> joined = caller.rooms().joined();
        String words = arguments.get(0);
        return found(caller, registry, last -> rooms.history().search(joined, words, PastLines.PAGE, last), MOST);
    }

    /** Tells what a source finds, each line with its room and time. */
    static Reply found(Session caller, SessionRegistry registry, PastLines.Source source, int most) {
        PastLines lines = new PastLines(caller, registry.times(), source, entry -> true, most, true);
        return Reply.later(lines.tell().thenApply(told -> Reply.of(new Found(told.count(), told.more()))));
    }
}

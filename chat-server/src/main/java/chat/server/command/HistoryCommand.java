package chat.server.command;

import chat.common.event.Failure;
import chat.common.event.HistoryTold;
import chat.common.event.Stamp;
import chat.server.room.Entry;
import chat.server.room.History;
import chat.server.room.Room;
import chat.server.room.Rooms;
import chat.server.session.Horizon;
import chat.server.session.PastLines;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Tells what was said in a room before.
 *
 * <pre>
 *   ann types   /history 2
 *   ann reads   [10:31] bob: hi
 *   ann reads   [10:32] ann: hi bob
 *   ann reads   2 lines of lobby. For more type /history before 3f2k-17
 * </pre>
 */
final class HistoryCommand implements Command {
    /** How many lines one answer has at most. */
    static final int MOST = 1000;

    private static final int SOME = 20;
    private static final int MANY = 100;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
    private static final Syntax SYNTAX = Syntax.of("/history [WHICH]", "tells what was said before", "/history 100")
            .rule("WHICH is how many lines, 1 to " + MOST + "; or since 10:30; or since 2026-11-20 10:30;"
                    + " or before ID, or after ID.")
            .details("It is about your current room; a room's name behind the ID names another one of yours.")
            .build();

    private final SessionRegistry registry;
    private final Rooms rooms;

    HistoryCommand(SessionRegistry registry, Rooms rooms) {
        this.registry = registry;
        this.rooms = rooms;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        List<String> words = arguments.isEmpty()
                ? List.of()
                : List.of(arguments.get(0).strip().split("[ \\t]+"));
        Room current = caller.rooms().current();
        if (words.isEmpty()) {
            return latest(caller, current, SOME);
        }
        if (words.size() == 1) {
            return latest(caller, current, number(words.get(0)));
        }
        if (words.get(0).equals("since")) {
            String when = String.join(" ", words.subList(1, words.size()));
            return since(caller, current, registry.times().parse(when).orElseThrow(Syntax.BadArguments::new));
        }
        if (words.size() > 3 || !List.of("before", "after").contains(words.get(0))) {
            throw new Syntax.BadArguments();
        }
        Room room = words.size() == 2
                ? current
                : RoomWords.joined(caller, words.get(2)).orElse(null);
        if (room == null) {
            return RoomWords.notInRoom(words.get(2));
        }
        OptionalLong sequence = room.ids().sequence(words.get(1));
        if (sequence.isEmpty()) {
            Horizon horizon = caller.rooms().horizon(room);
            return Reply.later(
                    rooms.history().after(room.name(), 0, 1).thenApply(page -> gone(room, horizon, page.oldest())));
        }
        return words.get(0).equals("before")
                ? before(caller, room, sequence.getAsLong(), MANY)
                : after(caller, room, sequence.getAsLong());
    }

    private static int number(String word) throws Syntax.BadArguments {
        int number = NUMBER.matcher(word).matches() ? Integer.parseInt(word) : 0;
        if (number < 1 || number > MOST) {
            throw new Syntax.BadArguments();
        }
        return number;
    }

    private Reply latest(Session caller, Room room, int count) {
        return before(caller, room, caller.rooms().horizon(room).position(), count);
    }

    /** First looks back for where to begin, so that no more than a page is in memory at any time. */
    private Reply before(Session caller, Room room, long end, int count) {
        History history = rooms.history();
        Horizon horizon = caller.rooms().horizon(room);
        CompletableFuture<Start> start = Start.find(history, room.name(), end, count);
        InARow pages = new InARow(
                history,
                room.name(),
                end,
                () -> start.thenCompose(from -> history.after(room.name(), from.sequence() - 1, PastLines.PAGE)));
        return tell(room, horizon, lines(caller, pages, count), told -> {
            Entry first = told.first();
            String next = first == null || !start.join().more()
                    ? ""
                    : "/history before " + room.ids().of(first.sequence());
            return told(caller, room, told, next, horizon.upTo(end - 1));
        });
    }

    private Reply since(Session caller, Room room, Instant instant) {
        History history = rooms.history();
        Horizon horizon = caller.rooms().horizon(room);
        InARow pages = new InARow(
                history, room.name(), horizon.position(), () -> history.since(room.name(), instant, PastLines.PAGE));
        return tell(
                room,
                horizon,
                lines(caller, pages, MOST),
                told -> toldForwards(caller, room, told, horizon, pages.end()));
    }

    private Reply after(Session caller, Room room, long sequence) {
        Horizon horizon = caller.rooms().horizon(room);
        InARow pages = InARow.behind(rooms.history(), room.name(), sequence, horizon.newsAfter(sequence));
        PastLines lines = lines(caller, pages, MOST);
        if (caller.isProgram()) {
            lines.telling(entry -> !entry.isEmpty());
        }
        return tell(room, horizon, lines, told -> toldForwards(caller, room, told, horizon, pages.end()));
    }

    private PastLines lines(Session caller, InARow pages, int most) {
        return new PastLines(caller, registry.times(), pages, entry -> entry.sequence() < pages.end(), most, false);
    }

    private static Reply tell(Room room, Horizon horizon, PastLines lines, Function<PastLines.Told, Reply> answer) {
        return Reply.later(lines.tell().thenApply(answer).exceptionally(error -> {
            long oldest = InARow.oldest(error).orElseThrow(() -> new CompletionException(error));
            return gone(room, horizon, oldest);
        }));
    }

    private static Reply toldForwards(Session caller, Room room, PastLines.Told told, Horizon horizon, long end) {
        Entry last = told.last();
        if (last == null || !told.more()) {
            return told(caller, room, told, "", horizon.upTo(end - 1));
        }
        Stamp reached = horizon.upTo(last.sequence());
        return told(caller, room, told, "/history after " + reached.id(), reached);
    }

    private static Reply told(Session caller, Room room, PastLines.Told told, String next, Stamp reached) {
        boolean elsewhere = !next.isEmpty() && !caller.rooms().current().equals(room);
        return Reply.of(
                new HistoryTold(room.name(), told.count(), elsewhere ? next + " " + room.name() : next), reached);
    }

    private static Reply gone(Room room, Horizon horizon, long oldest) {
        String all = room.ids().of(oldest - 1);
        Failure failure = new Failure(
                Failure.Code.HISTORY_GONE,
                "The history of " + room.name() + " does not go back to that. All that there is comes after " + all);
        return Reply.of(failure, horizon.upTo(oldest - 1));
    }
}

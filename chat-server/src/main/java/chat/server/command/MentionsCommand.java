package chat.server.command;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Mentioned;
import chat.server.room.Entry;
import chat.server.room.History;
import chat.server.room.Rooms;
import chat.server.session.PastLines;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Finds what others have said that names the caller, in the rooms that the caller is in, the newest first: while the caller
 * was away, from when somebody of the name was last here until the caller came; or the latest lines, whenever that was.
 *
 * <pre>
 *   ann types   /mentions
 *   ann reads   [lobby] [10:31] bob: ask ann
 *   ann reads   1 line named you while you were away (since 10:02).
 * </pre>
 */
final class MentionsCommand implements Command {
    /** How many lines one answer has at most. */
    static final int MOST = 200;

    private static final int SOME = 50;

    /** How much later than somebody goes a room may be told so; what was said meanwhile they have not read. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
    private static final Syntax SYNTAX = Syntax.of(
                    "/mentions [COUNT]", "finds who named you while you were away", "/mentions 50")
            .rule("COUNT is how many of the latest lines, 1 to " + MOST + ", also of when you were here.")
            .details("It looks in the rooms that you are in, and shows the newest first.")
            .build();

    private final SessionRegistry registry;
    private final Rooms rooms;

    MentionsCommand(SessionRegistry registry, Rooms rooms) {
        this.registry = registry;
        this.rooms = rooms;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        if (arguments.isEmpty()) {
            return whileAway(caller);
        }
        String count = arguments.get(0);
        if (!NUMBER.matcher(count).matches() || Integer.parseInt(count) > MOST) {
            throw new Syntax.BadArguments();
        }
        PastLines.Source all = source(caller, CompletableFuture.completedFuture(Optional.empty()));
        return SearchCommand.found(caller, registry, all, Integer.parseInt(count));
    }

    private Reply whileAway(Session caller) {
        Map<RoomName, Long> ends = new HashMap<>();
        for (RoomName room : caller.rooms().joined()) {
            caller.rooms()
                    .find(room)
                    .ifPresent(joined ->
                            ends.put(room, caller.rooms().horizon(joined).since()));
        }
        CompletableFuture<Optional<Instant>> seen = rooms.history().lastSeen(ends, caller.name());
        PastLines lines = new PastLines(caller, registry.times(), source(caller, seen), entry -> true, SOME, true);
        lines.telling(entry -> isBefore(entry, ends));
        return Reply.later(lines.tell().thenCombine(seen, (told, last) -> {
            String since = last.map(moment -> registry.times().of(moment.toEpochMilli()))
                    .orElse("");
            return Reply.of(new Mentioned(told.count(), told.more(), since));
        }));
    }

    /** What was said since the caller came is no news. */
    private static boolean isBefore(Entry entry, Map<RoomName, Long> ends) {
        return entry.sequence() < ends.getOrDefault(entry.event().room(), 0L);
    }

    private PastLines.Source source(Session caller, CompletableFuture<Optional<Instant>> since) {
        List<RoomName> joined = caller.rooms().joined();
        UserName name = caller.name();
        History history = rooms.history();
        return last -> since.thenCompose(moment -> history.mentions(
                joined, name, moment.map(left -> left.minus(LATE)).orElse(Instant.EPOCH), PastLines.PAGE, last));
    }
}

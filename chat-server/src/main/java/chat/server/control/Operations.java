package chat.server.control;

import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.TextLines;
import chat.server.account.Accounts;
import chat.server.account.Logins;
import chat.server.audit.Actor;
import chat.server.moderation.Moderation;
import chat.server.moderation.Place;
import chat.server.moderation.Terms;
import chat.server.room.NotKeptException;
import chat.server.room.Rooms;
import chat.server.session.SessionRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What whoever runs the server can have done on it while it runs. What the commands of those who keep order do, it has done in
 * the same way, on the whole server; it answers with the same sentences. Thread-safe.
 */
public final class Operations implements Control {
    private static final int USUAL_AUDIT = 20;
    private static final int MOST_AUDIT = 1000;

    private final Moderation moderation;
    private final Place server;
    private final Accounts accounts;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    /**
     * Has something to do it with.
     *
     * @param moderation what keeps order
     * @param rooms has the lobby, where what is done is told
     * @param registry who is connected
     * @param logins sets passwords
     */
    public Operations(Moderation moderation, Rooms rooms, SessionRegistry registry, Logins logins) {
        this.moderation = moderation;
        this.server = new Place(rooms.lobby());
        this.accounts = logins.accounts();
        NewPasswords passwords = new NewPasswords(logins, moderation.records());
        Broadcast broadcast = new Broadcast(registry, moderation.records());
        ConnectionTable connections = new ConnectionTable(registry, moderation.roles());
        add("op NAME", 1, 1, (by, words) -> promote(by, words.get(0), true));
        add("deop NAME", 1, 1, (by, words) -> promote(by, words.get(0), false));
        add("users", 0, 0, (by, words) -> done(ControlReply.done(connections.lines())));
        add("bans", 0, 0, (by, words) -> done(reply(moderation.bans().list(server))));
        add("ban WHOM [for TIME] [because TEXT]", 1, 2, this::ban);
        add("unban WHOM", 1, 1, (by, words) -> lift(by, words.get(0)));
        add("kick NAME [because TEXT]", 1, 2, this::kick);
        add("say TEXT", 1, 1, (by, words) -> broadcast.say(by, words.get(0)));
        add("audit [COUNT]", 0, 1, (by, words) -> audit(words));
        add("passwd NAME PASSWORD", 2, 2, (by, words) -> passwords.set(by, words.get(0), words.get(1)));
    }

    /** What is done with the words behind the first one. */
    @FunctionalInterface
    private interface Work {
        CompletableFuture<ControlReply> run(Actor by, List<String> words);
    }

    /**
     * One of them.
     *
     * @param usage how it is asked for
     * @param least the fewest words behind the first one
     * @param most the most
     * @param work does it
     */
    private record Operation(String usage, int least, int most, Work work) {
        ControlReply misused() {
            return ControlReply.failed("That is not how it is used (expected: " + usage + ").");
        }
    }

    private void add(String usage, int least, int most, Work work) {
        operations.put(usage.split(" ", 2)[0], new Operation(usage, least, most, work));
    }

    @Override
    public CompletableFuture<ControlReply> run(List<String> words, String user) {
        Operation operation = operations.get(words.get(0));
        if (operation == null) {
            return done(ControlReply.failed("This server does not know how to do that (expected: one of "
                    + String.join(", ", operations.keySet()) + ")."));
        }
        List<String> more = words.subList(1, words.size());
        if (more.size() < operation.least || more.size() > operation.most) {
            return done(operation.misused());
        }
        return operation.work.run(actor(user), more).exceptionally(Operations::notKept);
    }

    private static Actor actor(String user) {
        Actor console = Actor.CONSOLE;
        String from = user.isEmpty() ? console.from() : console.from() + " of " + user;
        return new Actor(console.name(), console.account(), from);
    }

    private CompletableFuture<ControlReply> promote(Actor by, String whom, boolean on) {
        Optional<UserName> name = UserName.parse(whom);
        if (name.flatMap(accounts::find).isEmpty()) {
            return done(ControlReply.failed("There is no registered name " + whom + "."
                    + (on && name.isPresent()
                            ? " Its owner registers it with /register, or you do: chat-server admin passwd " + whom
                            : "")));
        }
        return moderation.promotions().set(by, server, whom, on).thenApply(Operations::reply);
    }

    private CompletableFuture<ControlReply> ban(Actor by, List<String> words) {
        Terms terms = terms(words).orElse(null);
        return terms == null
                ? misused("ban", words.get(1))
                : moderation.bans().ban(by, server, words.get(0), terms).thenApply(Operations::reply);
    }

    private CompletableFuture<ControlReply> lift(Actor by, String what) {
        CompletableFuture<Event> lifted = what.equalsIgnoreCase("all")
                ? moderation.pardons().liftAll(by, server)
                : moderation.pardons().lift(null, by, server, what);
        return lifted.thenApply(Operations::reply);
    }

    private CompletableFuture<ControlReply> kick(Actor by, List<String> words) {
        Terms terms = terms(words).filter(known -> known.time().isEmpty()).orElse(null);
        return terms == null
                ? misused("kick", words.get(1))
                : moderation
                        .kicks()
                        .kick(by, server, words.get(0), terms.because())
                        .thenApply(Operations::reply);
    }

    private static Optional<Terms> terms(List<String> words) {
        return words.size() < 2 ? Optional.of(Terms.NONE) : Terms.parse(words.get(1));
    }

    private CompletableFuture<ControlReply> audit(List<String> words) {
        int count = USUAL_AUDIT;
        if (!words.isEmpty()) {
            count = words.get(0).matches("\\d{1,4}") ? Integer.parseInt(words.get(0)) : 0;
        }
        return count < 1 || count > MOST_AUDIT
                ? done(ControlReply.failed(
                        "That is no count: " + words.get(0) + " (expected: 1 to " + MOST_AUDIT + ")."))
                : moderation.records().latest(count).thenApply(Operations::reply);
    }

    private CompletableFuture<ControlReply> misused(String operation, String terms) {
        String usage = Optional.ofNullable(operations.get(operation)).orElseThrow().usage;
        String problem = Terms.parse(terms).isPresent() ? "Nobody is put out for a time." : Terms.problemWith(terms);
        return done(ControlReply.failed(problem + " Please use it like this: " + usage));
    }

    private static CompletableFuture<ControlReply> done(ControlReply reply) {
        return CompletableFuture.completedFuture(reply);
    }

    /** What somebody who had typed a command would read. */
    private static ControlReply reply(Event event) {
        if (event instanceof Failure failure) {
            return ControlReply.failed(failure.sentence());
        }
        StringBuilder text = new StringBuilder();
        event.writeText(new TextLines(text, "\n"));
        return ControlReply.done(text.toString().lines().toList());
    }

    private static ControlReply notKept(Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof NotKeptException refusal) {
            return reply(Failure.notDone(String.valueOf(refusal.getMessage())));
        }
        throw new CompletionException(error);
    }
}

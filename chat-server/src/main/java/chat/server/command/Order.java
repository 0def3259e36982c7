package chat.server.command;

import chat.common.Period;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.server.audit.Actor;
import chat.server.moderation.Place;
import chat.server.moderation.Terms;
import chat.server.room.NotKeptException;
import chat.server.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the commands that keep order have in common: who does it, where, how long, why, and the answer. */
final class Order {
    /** The longest reason, in characters. */
    private static final int LONGEST = 200;

    private static final Pattern TERMS = Pattern.compile("(?:for[ \\t]+(\\S+))?[ \\t]*(?:because[ \\t]+(.+))?");

    private Order() {}

    static Actor actor(Session caller) {
        return new Actor(caller.name(), caller.account(), caller.address());
    }

    static Place place(Session caller) {
        return new Place(caller.rooms().current());
    }

    /** What follows the name: {@code for 2h because spam}. */
    static Terms terms(List<String> arguments) throws Syntax.BadArguments {
        if (arguments.size() < 2) {
            return Terms.NONE;
        }
        Matcher terms = TERMS.matcher(arguments.get(1).strip());
        if (!terms.matches()) {
            throw new Syntax.BadArguments();
        }
        Optional<Duration> time = Optional.empty();
        if (terms.group(1) != null) {
            time = Optional.of(time(terms.group(1)));
        }
        String because = terms.group(2) == null ? "" : terms.group(2);
        if (because.codePointCount(0, because.length()) > LONGEST) {
            throw new Syntax.BadArguments();
        }
        return new Terms(time, because);
    }

    /** The same without a time. */
    static String because(List<String> arguments) throws Syntax.BadArguments {
        Terms terms = terms(arguments);
        if (terms.time().isPresent()) {
            throw new Syntax.BadArguments();
        }
        return terms.because();
    }

    static Duration time(String word) throws Syntax.BadArguments {
        return Period.parse(word).orElseThrow(Syntax.BadArguments::new);
    }

    static Reply reply(CompletableFuture<Event> answer) {
        return Reply.later(answer.<Reply>thenApply(Reply::of).exceptionally(Order::notKept));
    }

    private static Reply notKept(Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof NotKeptException refusal) {
            return Reply.failure(
                    Failure.Code.NOT_KEPT,
                    "Not done: this server cannot keep that at the moment (" + refusal.getMessage()
                            + "). Please try again later.");
        }
        throw new CompletionException(error);
    }
}

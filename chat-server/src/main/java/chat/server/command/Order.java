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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the commands that keep order have in common: who does it, where, how long, why, and the answer. */
final class Order {
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
        String words = arguments.get(1);
        return Terms.parse(words).orElseThrow(() -> new Syntax.BadArguments(Terms.problemWith(words)));
    }

    /** The same without a time. */
    static String because(List<String> arguments) throws Syntax.BadArguments {
        Terms terms = terms(arguments);
        if (terms.time().isPresent()) {
            throw new Syntax.BadArguments("Nobody is put out for a time: they may come again. /ban keeps them out.");
        }
        return terms.because();
    }

    static Duration time(String word) throws Syntax.BadArguments {
        return Period.parse(word).orElseThrow(() -> new Syntax.BadArguments(word + " is no time."));
    }

    static Reply reply(CompletableFuture<Event> answer) {
        return Reply.later(answer.<Reply>thenApply(Reply::of).exceptionally(Order::notKept));
    }

    private static Reply notKept(Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof NotKeptException refusal) {
            return Reply.of(Failure.notDone(String.valueOf(refusal.getMessage())));
        }
        throw new CompletionException(error);
    }
}

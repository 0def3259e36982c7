package chat.server.command;

import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.PasswordPrompt;
import chat.common.event.Stamp;
import chat.server.session.Session;
import chat.server.session.Stage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answer to a request: an event, nothing, or an event that is not known yet. */
public sealed interface Reply {
    /** No answer: what was done shows by itself. */
    Reply NONE = new None();

    /**
     * Gives the answer.
     *
     * @param caller who asked; called on its event loop
     */
    void to(Session caller);

    /**
     * An answer that is known.
     *
     * @param event what to tell
     * @return the answer
     */
    static Reply of(Event event) {
        return new Known(event);
    }

    /**
     * An answer that tells how far it reaches in a room's history.
     *
     * @param event what to tell
     * @param reached the last place of it
     * @return the answer
     */
    static Reply of(Event event, Stamp reached) {
        return new Placed(event, reached);
    }

    /**
     * An answer to who has come into a room: what was said there before follows it.
     *
     * @param event what to tell
     * @param before where the room stood then; null if it is not about a room that is new to them
     * @return the answer
     */
    static Reply entered(Event event, @Nullable Stamp before) {
        return new Entered(event, before, List.of(), false);
    }

    /**
     * The same to who has just come, or is somebody else now, and goes where they are by other connections.
     *
     * @param event what to tell
     * @param before where the room stood then; null if it is not about a room that is new to them
     * @param notices what else is good to know before anything is said
     * @return the answer
     */
    static Reply entered(Event event, @Nullable Stamp before, List<Event> notices) {
        return new Entered(event, before, notices, true);
    }

    /**
     * Something that could not be done.
     *
     * @param code for programs
     * @param sentence for people: what was wrong and what was expected
     * @return the answer
     */
    static Reply failure(Failure.Code code, String sentence) {
        return new Known(new Failure(code, sentence));
    }

    /**
     * Something that was asked for too often.
     *
     * @param sentence for people: what was
     * @param seconds after how many it may be asked for again
     * @return the answer
     */
    static Reply tooOften(String sentence, long seconds) {
        return failure(
                Failure.Code.TOO_OFTEN,
                sentence + " Please wait " + seconds + (seconds == 1 ? " second" : " seconds") + " and try again.");
    }

    /**
     * Tells that something was done, which is no news and may wait a moment.
     *
     * @param event what to tell
     * @return the answer
     */
    static Reply confirmation(Event event) {
        return new Confirmation(event);
    }

    /**
     * The same of something that has a place in a room's history.
     *
     * @param event what to tell
     * @param stamp when and where it happened
     * @return the answer
     */
    static Reply confirmation(Event event, Stamp stamp) {
        return new Stamped(event, stamp);
    }

    /**
     * An answer that comes later. The caller's next requests wait for it.
     *
     * @param reply completed on any thread
     * @return the answer
     */
    static Reply later(CompletableFuture<Reply> reply) {
        return reply.isDone() && !reply.isCompletedExceptionally() ? reply.join() : new Later(reply);
    }

    /**
     * An answer that is found on the caller's event loop, if the caller is still there.
     *
     * @param next finds it
     * @return the answer
     */
    static Reply by(Supplier<Reply> next) {
        return new Found(next);
    }

    /** See {@link #NONE}. */
    record None() implements Reply {
        @Override
        public void to(Session caller) {}
    }

    /**
     * See {@link #of(Event)}.
     *
     * @param event what to tell
     */
    record Known(Event event) implements Reply {
        @Override
        public void to(Session caller) {
            if (event instanceof Failure) {
                caller.intake().pace().failed();
            }
            caller.answers().give(event);
        }
    }

    /**
     * See {@link #of(Event, Stamp)}.
     *
     * @param event what to tell
     * @param reached the last place of it
     */
    record Placed(Event event, Stamp reached) implements Reply {
        @Override
        public void to(Session caller) {
            if (event instanceof Failure) {
                caller.intake().pace().failed();
            }
            caller.answers().give(event, reached);
        }
    }

    /**
     * See {@link #entered}.
     *
     * @param event what to tell
     * @param before where the room stood then
     * @param notices what to tell behind it
     * @param meets whether the person may be here by other connections, in other rooms
     */
    record Entered(Event event, @Nullable Stamp before, List<Event> notices, boolean meets) implements Reply {
        @Override
        public void to(Session caller) {
            caller.answers().give(event, before);
            notices.forEach(caller::send);
            if (meets) {
                caller.rooms().companions().meet();
            }
            caller.rooms().replay();
        }
    }

    /**
     * See {@link #confirmation(Event)}.
     *
     * @param event what to tell
     */
    record Confirmation(Event event) implements Reply {
        @Override
        public void to(Session caller) {
            caller.answers().confirm(event, null);
        }
    }

    /**
     * See {@link #confirmation(Event, Stamp)}.
     *
     * @param event what to tell
     * @param stamp when and where it happened
     */
    record Stamped(Event event, Stamp stamp) implements Reply {
        @Override
        public void to(Session caller) {
            caller.answers().confirm(event, stamp);
        }
    }

    /**
     * See {@link #later}.
     *
     * @param reply completed on any thread
     */
    record Later(CompletableFuture<Reply> reply) implements Reply {
        @Override
        public void to(Session caller) {
            caller.answers().whenKnown(reply, answer -> answer.to(caller));
        }
    }

    /**
     * See {@link #by}.
     *
     * @param next finds the answer
     */
    record Found(Supplier<Reply> next) implements Reply {
        @Override
        public void to(Session caller) {
            if (caller.stage() != Stage.ENDED) {
                next.get().to(caller);
            }
        }
    }

    /**
     * Asks for a password, which is the answer to the line in hand; the next line is the answer to that.
     *
     * @param purpose which password
     * @param name whose
     * @param warning what should be known before it is typed; empty for nothing
     * @param then makes the answer to what was typed
     */
    record Asked(PasswordPrompt.Purpose purpose, UserName name, String warning, Function<String, Reply> then)
            implements Reply {
        @Override
        public void to(Session caller) {
            caller.questions()
                    .ask(purpose, name, warning, typed -> then.apply(typed).to(caller));
        }
    }
}

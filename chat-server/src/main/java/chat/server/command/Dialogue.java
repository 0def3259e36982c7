package chat.server.command;

import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Tip;
import chat.server.session.Session;
import chat.server.session.Stage;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Answers a command that asks for passwords, step by step. Whoever reads that theirs was refused types it again, whatever the
 * sentence says, so they are asked again; and who types or pastes faster than it asks has sent a password behind it already:
 * if it ends without having asked for that one, the terminal's next line must not be taken for words to the room. On the
 * caller's event loop.
 */
final class Dialogue {
    /** How often one command asks. */
    private static final int MOST_TRIES = 3;

    /** What is refused that somebody has typed, and not what they have asked for. */
    private static final Set<Failure.Code> ABOUT_PASSWORD =
            EnumSet.of(Failure.Code.WRONG_PASSWORD, Failure.Code.PASSWORD_NOT_ALLOWED, Failure.Code.TOO_OFTEN);

    /** Instead of the warning, which has been read. */
    private static final String GIVE_UP = "An empty line gives up.";

    private static final Tip ENOUGH =
            new Tip("No password is asked for any more. To try again, type the command again.");

    private final Session caller;
    private final Supplier<Reply> again;
    private int tries;
    private boolean asked;

    private Dialogue(Session caller, Supplier<Reply> again) {
        this.caller = caller;
        this.again = again;
    }

    /**
     * Gives the answer to a command that asks.
     *
     * @param caller who reads it
     * @param reply the answer, and where it leads to
     * @param again runs the command from its beginning
     */
    static void begin(Session caller, Reply reply, Supplier<Reply> again) {
        if (caller.isProgram()) {
            reply.to(caller); // takes no line for a password, and writes none unasked
        } else {
            new Dialogue(caller, again).step(reply);
        }
    }

    private void step(Reply reply) {
        if (reply instanceof Reply.Later later) {
            caller.answers().whenKnown(later.reply(), this::step, this::throwAway);
        } else if (reply instanceof Reply.Found found) {
            if (caller.stage() != Stage.ENDED) {
                step(found.next().get());
            }
        } else if (reply instanceof Reply.Asked question) {
            asked = true;
            caller.questions()
                    .ask(
                            question.purpose(),
                            question.name(),
                            tries == 0 ? question.warning() : GIVE_UP,
                            typed -> step(question.then().apply(typed)));
        } else {
            reply.to(caller);
            if (reply instanceof Reply.Known known) {
                ended(known.event());
            }
        }
    }

    private void ended(Event event) {
        if (event instanceof Failure || event instanceof Tip) {
            throwAway();
        }
        if (asked && event instanceof Failure failure && ABOUT_PASSWORD.contains(failure.code())) {
            if (++tries < MOST_TRIES) {
                step(again.get());
            } else {
                caller.send(ENOUGH);
            }
        }
    }

    private void throwAway() {
        caller.intake().throwAway();
    }
}

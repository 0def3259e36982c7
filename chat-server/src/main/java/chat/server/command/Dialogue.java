package chat.server.command;

import chat.common.event.Failure;
import chat.common.event.Tip;
import chat.server.session.Session;
import chat.server.session.Stage;

/**
 * Answers a command that asks for passwords, step by step. Who types or pastes faster than it asks has sent a password
 * behind it already; if it ends without having asked for that one, the terminal's next line must not be taken for words to
 * the room. On the caller's event loop.
 */
final class Dialogue {
    private final Session caller;

    private Dialogue(Session caller) {
        this.caller = caller;
    }

    /**
     * Gives the answer to a command that asks, or to a step of it.
     *
     * @param caller who reads it
     * @param reply the answer, and where it leads to
     */
    static void step(Session caller, Reply reply) {
        if (caller.isProgram()) {
            reply.to(caller); // takes no line for a password, and writes none unasked
        } else {
            new Dialogue(caller).step(reply);
        }
    }

    private void step(Reply reply) {
        if (reply instanceof Reply.Later later) {
            caller.answers().whenKnown(later.reply(), this::step, this::throwAway);
        } else if (reply instanceof Reply.Found found) {
            if (caller.stage() != Stage.ENDED) {
                step(found.next().get());
            }
        } else if (reply instanceof Reply.Asked asked) {
            caller.questions()
                    .ask(
                            asked.purpose(),
                            asked.name(),
                            asked.warning(),
                            typed -> step(asked.then().apply(typed)));
        } else {
            reply.to(caller);
            if (reply instanceof Reply.Known known
                    && (known.event() instanceof Failure || known.event() instanceof Tip)) {
                throwAway();
            }
        }
    }

    private void throwAway() {
        caller.intake().throwAway();
    }
}

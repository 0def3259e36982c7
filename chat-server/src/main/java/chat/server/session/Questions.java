package chat.server.session;

import chat.common.UserName;
import chat.common.event.PasswordPrompt;
import chat.common.event.Tip;
import chat.common.wire.WireFormat;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The password that a session is asked for: one at a time. At a terminal the next line is the answer, whatever it looks
 * like, so that a password is never taken for something to say. A terminal that ends its lines as telnet does is asked to
 * hide it. A terminal has all the time it wants, since it knows no other way to send what is typed already; a program has a
 * minute. On the channel's event loop.
 */
public final class Questions {
    private static final long SECONDS = 60;

    private final Session session;
    private @Nullable Consumer<String> open;
    private boolean hidden;
    private @Nullable Hiding hiding;
    private @Nullable Future<?> deadline;

    /**
     * Begins without a question.
     *
     * @param session who is asked
     */
    Questions(Session session) {
        this.session = session;
    }

    /**
     * Asks for a password, which answers the line in hand. A question that was open is not any more.
     *
     * @param purpose which password
     * @param name whose
     * @param warning what should be known before it is typed; empty for nothing
     * @param then is given what was typed; not called if nothing comes in time, or nothing but an empty line
     */
    public void ask(PasswordPrompt.Purpose purpose, UserName name, String warning, Consumer<String> then) {
        settle();
        if (session.stage() == Stage.ENDED) {
            return;
        }
        if (session.out().format() == WireFormat.TEXT_CRLF) {
            hidden = true;
            tell(Echo.HIDE);
        }
        session.answers().give(new PasswordPrompt(purpose, name, shown(), warning));
        open = then;
        if (session.isProgram()) { // a person who thinks for a minute may have typed half of it, which no room may read
            deadline = session.out().channel().eventLoop().schedule(this::tooLate, SECONDS, TimeUnit.SECONDS);
        }
    }

    private PasswordPrompt.Shown shown() {
        if (!hidden || hiding == Hiding.REFUSED) {
            return PasswordPrompt.Shown.YES;
        }
        return hiding == Hiding.AGREED ? PasswordPrompt.Shown.NO : PasswordPrompt.Shown.MAYBE;
    }

    /** The terminal has said whether it hides what is typed. */
    public void hidingAnswered(Hiding answer) {
        hiding = answer;
    }

    /** Whether a question is open. */
    public boolean isOpen() {
        return open != null;
    }

    /** Whether the session's next line is no request but an answer. */
    public boolean awaitsLine() {
        return open != null && !session.isProgram();
    }

    /**
     * Answers the open question.
     *
     * @param typed what was typed; nothing but blanks gives up
     */
    public void answer(String typed) {
        if (typed.isBlank()) {
            giveUp();
            if (!session.isProgram()) {
                session.intake().throwAway();
            }
        } else {
            end(then -> then.accept(typed));
        }
    }

    /**
     * Who was asked goes by another name, so the answer leads to nothing. The question stays open: a terminal's line is on its
     * way, and is no words for a room.
     */
    void nameChanged() {
        if (open != null) {
            open = typed -> session.answers()
                    .give(new Tip(
                            "Your name has changed since you were asked, so nothing was done. Please begin again."));
        }
    }

    /** Ends the open question without an answer. */
    public void giveUp() {
        end(then -> session.answers().give(new Tip("No password was typed, so nothing was done.")));
    }

    private void end(Consumer<Consumer<String>> how) {
        Consumer<String> then = settle();
        if (then == null) {
            return;
        }
        if (hidden) {
            tell(Echo.LINE_ENDED);
        }
        how.accept(then);
        if (open == null) { // else the next one is hidden, too
            show();
        }
    }

    private void tooLate() {
        if (settle() != null) {
            show();
            session.send(new Tip("No password was typed within a minute, so nothing was done."));
        }
    }

    /** Asks nothing any more; who waited for the answer. */
    private @Nullable Consumer<String> settle() {
        Consumer<String> then = open;
        open = null;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
        return then;
    }

    private void show() {
        if (hidden) {
            hidden = false;
            tell(Echo.SHOW);
        }
    }

    private void tell(Echo wanted) {
        session.out().channel().pipeline().fireUserEventTriggered(wanted);
    }

    /** The session has ended. */
    void close() {
        settle();
        show();
    }
}

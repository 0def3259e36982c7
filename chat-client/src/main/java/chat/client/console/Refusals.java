package chat.client.console;

import chat.client.link.SecretWords;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.LoggedIn;
import chat.common.event.PasswordChanged;
import chat.common.event.Registered;
import chat.common.event.Unregistered;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to do when a server has not taken a password. Whoever reads that types it again, and what is typed then must not be
 * said to a room: the same is asked once more. One thread.
 */
final class Refusals {
    /** So often in a row it may be refused; then it is not asked for again. */
    static final int MOST = 3;

    private static final Set<Failure.Code> REFUSED =
            Set.of(Failure.Code.WRONG_PASSWORD, Failure.Code.PASSWORD_NOT_ALLOWED);

    /** The server has not looked at it, and says that it will. */
    private static final Set<Failure.Code> LATER = Set.of(Failure.Code.TOO_OFTEN, Failure.Code.SERVER_BUSY);

    private static final Set<Class<? extends Event>> DONE =
            Set.of(LoggedIn.class, Registered.class, PasswordChanged.class, Unregistered.class);

    private String command = "";
    private boolean inLine;
    private boolean given;
    private int inARow;

    /** What follows. */
    enum Then {
        /** Nothing: what is typed next is what it always is. */
        NOTHING,
        /** The same is asked again. */
        ASK_AGAIN,
        /** It is not asked again, and what is typed next may be a password all the same. */
        ASK_NO_MORE,
        /** Nobody would ask again so soon, and what is typed next may be a password all the same. */
        KEEP_BACK
    }

    /** Somebody has typed a command, perhaps with its password. */
    void typed(String line) {
        command = SecretWords.question(line);
        inLine = !SecretWords.ask(line);
        given = false;
        inARow = 0;
    }

    /** The server asks. */
    void asked() {
        inLine = false;
        given = false;
    }

    /** A password goes to the server, as it has asked. */
    void given() {
        given = true;
    }

    /** What makes the server ask: {@code /login ann}; empty before anybody has typed that. */
    String command() {
        return command;
    }

    /** Whether the server asks again after it has refused something. */
    boolean isAgain() {
        return inARow > 0;
    }

    /**
     * The server has answered, and asks for nothing more.
     *
     * @param answer null if it will never come
     */
    Then after(@Nullable Event answer) {
        if (command.isEmpty() || (answer != null && DONE.contains(answer.getClass()))) {
            return Then.NOTHING;
        }
        boolean later = false;
        if (answer instanceof Failure failure) {
            // two new passwords that differ are no fault of either, and no arguments either
            boolean unlike = given && failure.code() == Failure.Code.BAD_ARGUMENTS;
            if (((given || inLine) && REFUSED.contains(failure.code())) || unlike) {
                return ++inARow < MOST ? Then.ASK_AGAIN : Then.ASK_NO_MORE;
            }
            later = inLine && LATER.contains(failure.code());
        }
        return given || later ? Then.KEEP_BACK : Then.NOTHING;
    }
}

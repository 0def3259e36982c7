package chat.client.link;

import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.LoggedIn;
import chat.common.event.NameAccepted;
import chat.common.event.NameLost;
import chat.common.event.PasswordChanged;
import chat.common.event.Registered;
import chat.common.event.Unregistered;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The registered name that a link has logged in to, and its password: what brings it back on the next connection. Kept in
 * memory only, for this run. What it begins with counts at once, what people type when the server has taken it. Not
 * thread-safe.
 */
final class Login {
    /** After these the password may be right all the same. */
    private static final Set<Failure.Code> PASSING = Set.of(
            Failure.Code.TOO_OFTEN, Failure.Code.SERVER_BUSY, Failure.Code.NAME_TAKEN, Failure.Code.SERVER_MISTAKE);

    private @Nullable UserName name;
    private @Nullable Password password;
    private @Nullable Password doubtful;

    /**
     * Begins.
     *
     * @param name the registered name; null if there is none
     * @param password its password; null if there is none
     */
    Login(@Nullable UserName name, @Nullable Password password) {
        this.name = name;
        this.password = password;
    }

    /** Whether there is a name to log in to, and a password. */
    boolean isKnown() {
        return name != null && password != null;
    }

    /** What logs in; only if it {@linkplain #isKnown is known}. */
    String command() {
        Password known = Objects.requireNonNull(password);
        return "/login " + name + (known.isOneWord() ? " " + known.reveal() : "");
    }

    /** What asks for a name: by logging in, if that is known how. */
    String request(UserName wanted) {
        return isKnown() ? command() : "/setname " + wanted;
    }

    /** What answers the server's question for the password, which it asks if that is more than a word. */
    String secret() {
        return "/secret " + Objects.requireNonNull(password).reveal();
    }

    /** The server has answered a line that somebody typed. */
    void answered(Line line, Event answer) {
        if (answer instanceof LoggedIn in) {
            remember(in.name(), line.passwordIn());
        } else if (answer instanceof Registered registered) {
            remember(registered.name(), line.passwordIn());
        } else if (answer instanceof PasswordChanged changed) {
            remember(changed.name(), line.passwordIn());
        }
    }

    /** The name that we go by from now on, as an event tells; null if it tells none. */
    static @Nullable UserName nameIn(Event event) {
        if (event instanceof NameAccepted accepted) {
            return accepted.name();
        }
        if (event instanceof NameLost lost) {
            return lost.name();
        }
        return event instanceof LoggedIn in ? in.name() : null;
    }

    /** Something has happened: who goes by another name, or by one that is not registered any more, logs in no more. */
    void learn(Event event) {
        if (event instanceof NameAccepted || event instanceof Unregistered) {
            forget();
        }
    }

    private void remember(UserName newName, String newPassword) {
        forget();
        if (!newPassword.isEmpty()) {
            name = newName;
            password = new Password(newPassword.toCharArray());
        }
    }

    /** The connection was lost while the server looked at a password, and may have registered or changed it. */
    void inDoubt(String password) {
        doubtful = new Password(password.toCharArray());
    }

    /**
     * The server has refused the name, or the password.
     *
     * @param wanted the name
     * @param failure why
     * @return whether there is another password that may be the right one: it is the one from now on, and the one in doubt no
     *     more
     */
    boolean tryOther(UserName wanted, Failure failure) {
        Password other = doubtful;
        if (other == null || failure.code() != (isKnown() ? Failure.Code.WRONG_PASSWORD : Failure.Code.NAME_TAKEN)) {
            return false;
        }
        forget();
        name = wanted;
        password = other;
        return true;
    }

    /** The server has let us in: nothing is in doubt. */
    void isIn() {
        doubtful = null;
    }

    /** Lets go of all. */
    void forget() {
        doubtful = null;
        if (password != null) {
            password.wipe();
        }
        name = null;
        password = null;
    }

    /** Whether it is worth trying again by and by. */
    boolean isPassing(Failure failure) {
        return PASSING.contains(failure.code());
    }

    /**
     * The server does not let us in, so that there is no use in trying again.
     *
     * @return why, for people
     */
    String refused(Failure failure) {
        String sentence = failure.code() == Failure.Code.UNKNOWN_COMMAND ? unknown() : failure.sentence();
        forget();
        return sentence;
    }

    /** The server knows no logins: it gets no password. */
    String unknown() {
        return "This server knows no registered names, so nobody can log in as " + name
                + ". To go by that name without," + " type /setname " + name + ".";
    }
}

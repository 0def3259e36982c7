package chat.client.link;

import chat.common.UserName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a link stands. */
public sealed interface LinkState {
    /**
     * A connection is being made, the first one or another.
     *
     * @param attempt counted from 1 since there was a connection last
     */
    record Connecting(int attempt) implements LinkState {}

    /**
     * There is a connection, and no name yet: whoever uses the link has to send {@code /setname NAME}. Lines that wait
     * go out once there is a name.
     *
     * @param refused the server's sentence if it has refused a name, else null
     */
    record Unnamed(@Nullable String refused) implements LinkState {}

    /**
     * There is a connection, and we are in the room. Reported again when the name has changed.
     *
     * @param name what we are called; null if a server that speaks plain text did not say it in words we know
     * @param dialect how the server speaks
     * @param again whether we were away since we were in the room last, so that something may have been missed; false
     *     if only the name has changed
     */
    record Online(@Nullable UserName name, Dialect dialect, boolean again) implements LinkState {}

    /**
     * The connection was lost, or could not be made, and will be tried again.
     *
     * @param reason in half a sentence: {@code no server is listening there}
     * @param attempt the number of the next attempt, from 1
     * @param delay how long until then
     */
    record Waiting(String reason, int attempt, Duration delay) implements LinkState {}

    /**
     * It is over.
     *
     * @param farewell how it ended
     */
    record Ended(Farewell farewell) implements LinkState {}

    /** How a server speaks. */
    enum Dialect {
        /** {@code /format json}: events, and each line is confirmed. */
        JSON,
        /** Plain text, for the eye; a server that knows no {@code /format}. */
        TEXT
    }
}

package chat.common.event;

import org.jspecify.annotations.Nullable;

/** What programs are told about an event beside it: when it happened, and where in its room's history it is. */
public interface Stamp {
    /** Its place in its room's history, opaque and unique there; null for what is in no history. */
    @Nullable
    String id();

    /** When it happened, in milliseconds since the epoch. */
    long atMillis();

    /** Whether whoever wrote it had logged in, so that the name is really theirs. */
    default boolean isRegistered() {
        return false;
    }
}

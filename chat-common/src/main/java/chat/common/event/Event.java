package chat.common.event;

/**
 * One thing the server tells a session. The records are immutable and hold printable text only, so any thread may
 * write them.
 */
public sealed interface Event
        permits RoomEvent,
                CommandHelp,
                CommandList,
                Failure,
                FormatChanged,
                Goodbye,
                NameAccepted,
                NamePrompt,
                Pong,
                PrivateMessage,
                PrivateSent,
                Resumed,
                Said,
                Skipped,
                Tip,
                Users,
                Welcome {
    /**
     * Writes the event as a person at a terminal reads it.
     *
     * @param out takes the lines
     */
    void writeText(TextLines out);
}

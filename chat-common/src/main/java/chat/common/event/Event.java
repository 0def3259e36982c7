package chat.common.event;

import java.io.IOException;

/**
 * One thing the server tells a session. The records are immutable and hold printable text only, so any thread may
 * write them.
 */
public sealed interface Event
        permits RoomEvent,
                Announced,
                AuditList,
                Away,
                AwayIs,
                CommandHelp,
                CommandList,
                Confirm,
                CurrentRoom,
                Done,
                Failure,
                Followed,
                Forgotten,
                FormatChanged,
                Found,
                Goodbye,
                Here,
                HistoryKept,
                HistoryTold,
                IgnoreList,
                Ignoring,
                Invitation,
                Invited,
                Joined,
                Keeping,
                Left,
                Locked,
                LoggedIn,
                MailWaiting,
                Mentioned,
                NameAccepted,
                NameLost,
                NamePrompt,
                NotifyList,
                Notifying,
                Owner,
                PasswordChanged,
                PasswordPrompt,
                Pong,
                PrivateCopy,
                PrivateKept,
                PrivateMessage,
                PrivateSent,
                Registered,
                Repeated,
                ReplayChanged,
                Replayed,
                Resumed,
                RoomList,
                Said,
                SanctionList,
                Sanctioned,
                Skipped,
                Tip,
                TopicIs,
                Unlocked,
                Unregistered,
                Users,
                Welcome,
                WhoIs {
    /**
     * Writes the event as a person at a terminal reads it.
     *
     * @param out takes the lines
     */
    void writeText(TextLines out);

    /**
     * Writes the event as a program reads it: its name, then its fields. Each record reads itself back with a static
     * {@code read}, which {@link EventReader} finds by that name.
     *
     * @param out takes the fields
     * @throws IOException if {@code out} cannot be written to
     */
    void writeJson(JsonFields out) throws IOException;
}

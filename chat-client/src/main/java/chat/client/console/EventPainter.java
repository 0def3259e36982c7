package chat.client.console;

import chat.client.console.Paragraph.Kind;
import chat.common.RoomName;
import chat.common.event.Action;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Goodbye;
import chat.common.event.HistoryKept;
import chat.common.event.Message;
import chat.common.event.NamePrompt;
import chat.common.event.PasswordPrompt;
import chat.common.event.PrivateMessage;
import chat.common.event.PrivateSent;
import chat.common.event.Received;
import chat.common.event.Repeated;
import chat.common.event.ReplayChanged;
import chat.common.event.Replayed;
import chat.common.event.Resumed;
import chat.common.event.RoomEvent;
import chat.common.event.Said;
import chat.common.event.Skipped;
import chat.common.event.TextLines;
import chat.common.event.Users;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a server tells into paragraphs, over all connections of a run. One thread. */
final class EventPainter {
    /** What the line itself, the prompt or the status shows. */
    private static final Set<Class<? extends Event>> SHOWN_ELSEWHERE = Set.of(
            Said.class,
            PrivateSent.class,
            PasswordPrompt.class,
            Resumed.class,
            NamePrompt.class,
            Repeated.class,
            ReplayChanged.class);

    /** What is told when the connection has ended. */
    private static final Set<Goodbye.Reason> TOLD_BY_THE_LINK =
            Set.of(Goodbye.Reason.QUIT, Goodbye.Reason.SERVER_STOPPED);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Clock clock;
    private final ShownMail shownMail = new ShownMail();
    private @Nullable HistoryKept kept;

    EventPainter(Clock clock) {
        this.clock = clock;
    }

    /**
     * What to print.
     *
     * @param ownName what this person is called; empty if nothing
     * @param current the room whose name need not be told
     * @return nothing for what is shown elsewhere
     */
    Optional<Paragraph> paint(Received received, String ownName, RoomName current) {
        RoomName room = room(received.event());
        Optional<Paragraph> painted = paint(received, ownName);
        if (received.replay()) {
            painted = painted.map(paragraph -> paragraph.told(time(paragraph.at())));
        }
        return room == null || room.equals(current) ? painted : painted.map(paragraph -> paragraph.in(room.toString()));
    }

    /** With the date if that is not today's. */
    private String time(Instant at) {
        LocalDateTime then = LocalDateTime.ofInstant(at, clock.getZone());
        return (then.toLocalDate().equals(LocalDate.now(clock)) ? TIME : DATE).format(then);
    }

    /** Where something happened; null for answers and for what happened in no room. */
    private static @Nullable RoomName room(Event event) {
        if (event instanceof RoomEvent happened) {
            return happened.room();
        }
        if (event instanceof Replayed replayed) {
            return replayed.room();
        }
        return event instanceof Skipped skipped ? skipped.room() : null;
    }

    private Optional<Paragraph> paint(Received received, String ownName) {
        Instant at = received.at() == null ? clock.instant() : received.at();
        Event event = received.event();
        if (SHOWN_ELSEWHERE.contains(event.getClass())) {
            return Optional.empty();
        }
        if (event instanceof Message message) {
            String text = message.text();
            boolean calls = !Mentions.in(text, ownName).isEmpty();
            return Optional.of(Paragraph.said(Kind.SAID, at, message.from().toString(), text, calls));
        }
        if (event instanceof Action action) {
            boolean calls = !Mentions.in(action.text(), ownName).isEmpty();
            return Optional.of(Paragraph.said(Kind.DONE, at, action.from().toString(), action.text(), calls));
        }
        if (event instanceof PrivateMessage message) {
            return paint(message, received.id(), at);
        }
        if (event instanceof Failure failure) {
            return Optional.of(Paragraph.failure(at, failure.sentence()));
        }
        boolean said = event instanceof Goodbye goodbye && TOLD_BY_THE_LINK.contains(goodbye.reason());
        if (said || event.equals(kept)) { // the server tells the latter on each new connection
            return Optional.empty();
        }
        if (event instanceof HistoryKept now) {
            kept = now;
        }
        return Optional.of(Paragraph.notice(at, wording(event)));
    }

    private Optional<Paragraph> paint(PrivateMessage message, @Nullable String id, Instant at) {
        boolean shown = id != null && message.kept() && !shownMail.add(id);
        if (shown && message.again()) {
            return Optional.empty();
        }
        String text = message.again() ? "(perhaps again) " + message.text() : message.text();
        Paragraph said = Paragraph.said(Kind.PRIVATE_FROM, at, message.from().toString(), text, true);
        return Optional.of(message.kept() ? said.told(time(at)) : said);
    }

    private static String wording(Event event) {
        StringBuilder text = new StringBuilder();
        event.writeText(new TextLines(text, "\n"));
        String lines = text.toString().stripTrailing();
        if (event instanceof Users) {
            lines = lines.replace("\n ", "");
        }
        return lines.startsWith("* ") ? lines.substring(2) : lines;
    }
}

package chat.client.console;

import chat.client.console.Paragraph.Kind;
import java.time.Clock;
import java.util.function.Supplier;

/** Tells the person things: prints, keeps the transcript, rings, and counts what was meant for them. One thread. */
final class Teller {
    private final Clock clock;
    private final Surface surface;
    private final Transcript transcript;
    private final Bell bell;
    private final Supplier<String> ownName;
    private int unread;

    Teller(Clock clock, Surface surface, Transcript transcript, Bell bell, Supplier<String> ownName) {
        this.clock = clock;
        this.surface = surface;
        this.transcript = transcript;
        this.bell = bell;
        this.ownName = ownName;
    }

    void tell(Paragraph paragraph) {
        transcript.add(paragraph);
        if (paragraph.kind() != Kind.OWN || !surface.echoes()) {
            surface.print(paragraph, ownName.get());
        }
        if (paragraph.calls()) {
            unread++;
        }
        if (bell.ringsFor(paragraph)) {
            surface.ring();
        }
    }

    void notice(String text) {
        tell(Paragraph.notice(clock.instant(), text));
    }

    void failure(String text) {
        tell(Paragraph.failure(clock.instant(), text));
    }

    /** A key was pressed, so what was meant for this person has been seen. */
    void keyPressed() {
        unread = 0;
        bell.keyPressed();
    }

    /** How many lines were meant for this person since the last key. */
    int unread() {
        return unread;
    }
}

package chat.server.moderation;

import chat.common.Period;
import chat.common.event.Event;
import chat.common.event.Moderated.Action;
import chat.server.audit.Actor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What holds for everybody in a room, or on the server, as long as the process runs. Any thread. */
public final class HouseOrder {
    private final Gate gate;
    private final Records records;

    HouseOrder(Gate gate, Records records) {
        this.gate = gate;
        this.records = records;
    }

    /**
     * Lets everybody in a room write one message in a while.
     *
     * @param by who does it
     * @param place where; in the lobby it is about the lobby alone
     * @param time the while; zero for as fast as they like
     * @return what to answer, when it is written down, or that it could not be: it holds in any case
     */
    public CompletableFuture<Event> slow(Actor by, Place place, Duration time) {
        place.room().settings().changeRules(rules -> rules.withSlow(time));
        return done(
                by,
                place,
                time.isZero() ? Action.SLOW_OFF : Action.SLOW,
                time,
                time.isZero()
                        ? "Everybody in " + place.room().name() + " may write as fast as they like."
                        : "Everybody in " + place.room().name() + " writes one message each "
                                + Period.words(time.toSeconds()) + " now. /slow off ends it.");
    }

    /**
     * Lets only registered people write in a room.
     *
     * @param by who does it
     * @param place where; in the lobby it is about the lobby alone
     * @param only as in {@link chat.server.room.HouseRules#membersOnly}
     * @return as with {@link #slow}
     */
    public CompletableFuture<Event> membersOnly(Actor by, Place place, Optional<Duration> only) {
        place.room().settings().changeRules(rules -> rules.withMembersOnly(only));
        Action action = only.isPresent() ? Action.MEMBERS_ONLY : Action.MEMBERS_ONLY_OFF;
        return done(
                by,
                place,
                action,
                only.orElse(Duration.ZERO),
                only.isPresent()
                        ? "Others still read in " + place.room().name() + ". /members-only off ends it."
                        : "Everybody may write in " + place.room().name() + ".");
    }

    /**
     * Lets nobody new in without logging in.
     *
     * @param by who does it
     * @param server the lobby
     * @param on whether it is so from now on
     * @return as with {@link #slow}
     */
    public CompletableFuture<Event> lockdown(Actor by, Place server, boolean on) {
        gate.setLockedDown(on);
        return done(
                by,
                server,
                on ? Action.LOCKDOWN : Action.LOCKDOWN_OFF,
                Duration.ZERO,
                on
                        ? "Those who are here stay. Who comes now has to log in. /lockdown off ends it."
                        : "Everybody may come in.");
    }

    private CompletableFuture<Event> done(Actor by, Place place, Action action, Duration time, String answer) {
        Terms told = new Terms(time.isZero() ? Optional.empty() : Optional.of(time), "");
        place.announce(action, "", by, told);
        String detail = time.isZero() ? "" : Period.words(time.toSeconds());
        return records.addDone(by, action, detail, place, Terms.NONE, answer);
    }
}

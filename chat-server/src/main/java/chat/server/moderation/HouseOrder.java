package chat.server.moderation;

import chat.common.Period;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Done;
import chat.common.event.Event;
import chat.common.event.Moderated.Action;
import chat.common.event.Tip;
import chat.server.audit.Actor;
import chat.server.moderation.Gate.Lockdown;
import chat.server.room.HouseRules;
import chat.server.room.HouseRules.MembersOnly;
import chat.server.room.HouseRules.Slow;
import chat.server.room.Room;
import chat.server.session.LocalTimes;
import chat.server.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What holds for everybody in a room, or on the server, as long as the process runs. Any thread; one thing at a time, so that
 * what is announced last is what holds.
 */
public final class HouseOrder {
    private final Gate gate;
    private final Records records;
    private final InstantSource clock;
    private final LocalTimes times;

    HouseOrder(Gate gate, Records records, InstantSource clock, LocalTimes times) {
        this.gate = gate;
        this.records = records;
        this.clock = clock;
        this.times = times;
    }

    /**
     * Lets everybody in a room write one message in a while.
     *
     * @param by who does it
     * @param place where; in the lobby it is about the lobby alone
     * @param time the while; zero for as fast as they like
     * @return what to answer, when it is written down, or that it could not be: it holds in any case. If it was so before,
     *     nothing is done
     */
    public synchronized CompletableFuture<Event> slow(Actor by, Place place, Duration time) {
        HouseRules before = place.room().settings().rules();
        if (before.slow().map(Slow::time).orElse(Duration.ZERO).equals(time)) {
            return unchanged(slow(place));
        }
        Optional<Slow> slow =
                time.isZero() ? Optional.empty() : Optional.of(new Slow(time, by.name(), clock.instant()));
        place.room().settings().changeRules(rules -> rules.withSlow(slow));
        return done(
                by,
                place,
                time.isZero() ? Action.SLOW_OFF : Action.SLOW,
                time,
                time.isZero()
                        ? "Everybody in " + place.room().name() + " may write as fast as they like."
                        : "Everybody in " + place.room().name() + " writes one message "
                                + Period.every(time.toSeconds()) + " now. /slow off ends it.");
    }

    /**
     * How fast everybody in a room may write.
     *
     * @param place where
     * @return what to answer
     */
    public Done slow(Place place) {
        RoomName room = place.room().name();
        return new Done(place.room()
                .settings()
                .rules()
                .slow()
                .map(slow -> "In " + room + " everybody writes one message "
                        + Period.every(slow.time().toSeconds()) + since(slow.by(), slow.since())
                        + ". /slow off ends it.")
                .orElse("In " + room + " everybody may write as fast as they like. To slow it down, type /slow 10s"));
    }

    /**
     * Lets only registered people write in a room.
     *
     * @param by who does it
     * @param place where; in the lobby it is about the lobby alone
     * @param only how long others must have been here, zero if that does not help; empty for everybody may write
     * @return as with {@link #slow}
     */
    public synchronized CompletableFuture<Event> membersOnly(Actor by, Place place, Optional<Duration> only) {
        Optional<MembersOnly> before = place.room().settings().rules().membersOnly();
        if (before.map(MembersOnly::stay).equals(only)) {
            return unchanged(membersOnly(place));
        }
        place.room().settings().changeRules(rules -> rules.withMembersOnly(only.map(stay -> rule(rules, stay, by))));
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

    /** Who has registered since it was first said does not get in by its being said in another way. */
    private MembersOnly rule(HouseRules rules, Duration stay, Actor by) {
        return rules.membersOnly()
                .map(before -> new MembersOnly(stay, by.name(), before.since(), before.admitted()))
                .orElseGet(() -> new MembersOnly(stay, by.name(), clock.instant(), Set.of()));
    }

    /**
     * Who may write in a room.
     *
     * @param place where
     * @return what to answer
     */
    public Done membersOnly(Place place) {
        RoomName room = place.room().name();
        return new Done(place.room()
                .settings()
                .rules()
                .membersOnly()
                .map(rule -> "In " + room + " only people write who registered before "
                        + times.of(rule.since().toEpochMilli())
                        + (rule.stay().isZero()
                                ? ""
                                : ", and who has been here for "
                                        + Period.words(rule.stay().toSeconds()))
                        + (rule.admitted().isEmpty()
                                ? ""
                                : ", and " + rule.admitted().size() + " more who "
                                        + (rule.admitted().size() == 1 ? "was" : "were") + " invited")
                        + ", says " + rule.by() + ". /members-only off ends it, /invite NAME lets one more write.")
                .orElse("In " + room + " everybody may write. To change that, type /members-only on, or"
                        + " /members-only 10m"));
    }

    /**
     * Lets somebody write in a room all the same.
     *
     * @param by who does it
     * @param place where
     * @param name what they are called
     * @param sessions theirs
     * @return as with {@link #slow}; empty if everybody may write there
     */
    public synchronized Optional<CompletableFuture<Event>> admit(
            Actor by, Place place, UserName name, List<Session> sessions) {
        Room room = place.room();
        if (room.settings().rules().membersOnly().isEmpty()) {
            return Optional.empty();
        }
        room.settings()
                .changeRules(rules -> rules.withMembersOnly(rules.membersOnly()
                        .map(rule -> sessions.stream().reduce(rule, MembersOnly::admitting, (one, two) -> two))));
        Tip told = new Tip(by.name() + " lets you write in " + room.name() + ".");
        sessions.forEach(session -> session.later(() -> session.send(told)));
        return Optional.of(records.addDone(
                by, "admit", name.toString(), place.ofRoom(), Terms.NONE, name + " may write in " + room.name() + "."));
    }

    /**
     * Lets nobody new in without logging in.
     *
     * @param by who does it
     * @param server the lobby
     * @param on whether it is so from now on
     * @return as with {@link #slow}
     */
    public synchronized CompletableFuture<Event> lockdown(Actor by, Place server, boolean on) {
        if (gate.isLockedDown() == on) {
            return unchanged(lockdown());
        }
        gate.lockDown(on ? new Lockdown(by.name(), clock.instant()) : null);
        Action action = on ? Action.LOCKDOWN : Action.LOCKDOWN_OFF;
        server.announce(action, "", by, Terms.NONE);
        return records.addDone(
                by,
                action,
                "",
                server,
                Terms.NONE,
                on
                        ? "Those who are here stay. Who comes now has to log in. /lockdown off ends it."
                        : "Everybody may come in.");
    }

    /** Who may come in, as an answer. */
    public Done lockdown() {
        Lockdown now = gate.lockdown();
        return new Done(
                now == null
                        ? "Everybody may come in. To close this server to new guests, type /lockdown on"
                        : "Who comes has to log in" + since(now.by(), now.since()) + ". /lockdown off ends it.");
    }

    private String since(UserName by, Instant since) {
        return " since " + times.of(since.toEpochMilli()) + ", says " + by;
    }

    /** It is about the room alone, the lobby too. */
    private CompletableFuture<Event> done(Actor by, Place place, Action action, Duration time, String answer) {
        Terms told = new Terms(time.isZero() ? Optional.empty() : Optional.of(time), "");
        place.announce(action, "", by, told);
        String detail = time.isZero() ? "" : time.toSeconds() + "s";
        return records.addDone(by, action.wire(), detail, place.ofRoom(), Terms.NONE, answer);
    }

    /** Nobody else is told, and it is not written down: who repeats it would fill rooms and the record. */
    private static CompletableFuture<Event> unchanged(Done state) {
        return CompletableFuture.completedFuture(new Done("That is so already. " + state.sentence()));
    }
}

package chat.server.sanction;

import chat.common.RoomName;
import chat.server.sanction.Sanction.Kind;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is kept out or from writing, to be asked on event loops: a question costs one volatile read as long as there is nothing
 * of its kind, and else some look-ups, and a comparison with each that shares a key with who is asked about. What is over is
 * over by itself. Thread-safe.
 */
public final class Sanctions {
    /** How many there may be of the whole server. */
    public static final int MOST = 10_000;

    /** How many there may be of one room. */
    public static final int MOST_OF_ROOM = 200;

    /** How many of them no other room can take away. */
    public static final int OWN_OF_ROOM = 10;

    /** How many there may be of all rooms together, beyond {@link #OWN_OF_ROOM} of each. */
    public static final int MOST_OF_ROOMS = 10_000;

    /** How many that are over are forgotten by one question, so that none takes long when many end together. */
    static final int MOST_FORGOTTEN = 64;

    private final SanctionStore store;
    private final InstantSource clock;
    private final SanctionIndex index = new SanctionIndex();
    private final Shares shares = new Shares();

    /**
     * Begins with those that are kept.
     *
     * @param store keeps them
     * @param clock tells which are over
     */
    public Sanctions(SanctionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        Instant now = clock.instant();
        List<Sanction> kept = store.all();
        kept.stream().filter(sanction -> !sanction.isOver(now)).forEach(sanction -> {
            shares.enter(sanction.room());
            index.enter(sanction);
        });
        List<Long> over = kept.stream()
                .filter(sanction -> sanction.isOver(now))
                .map(Sanction::id)
                .toList();
        if (!over.isEmpty()) {
            store.remove(over);
        }
    }

    /**
     * The ban of the whole server that keeps somebody out.
     *
     * @param who they are, or want to be
     * @return the one that lasts longest, if there is any
     */
    public Optional<Sanction> ban(Who who) {
        return find(Kind.BAN, who, sanction -> sanction.room().isEmpty());
    }

    /**
     * The ban that keeps somebody out of a room.
     *
     * @param who they are
     * @param room which
     * @return the one that lasts longest, if there is any
     */
    public Optional<Sanction> ban(Who who, RoomName room) {
        return find(
                Kind.BAN, who, sanction -> sanction.room().filter(room::equals).isPresent());
    }

    /**
     * The ban that keeps everybody out who comes from an address.
     *
     * @param address where somebody comes from
     * @return the one that lasts longest, if there is any
     */
    public Optional<Sanction> ban(InetAddress address) {
        return has(Kind.BAN)
                ? longest(index.near(address).filter(sanction -> sanction.target() instanceof Target.Net))
                : Optional.empty();
    }

    /**
     * What keeps somebody from writing in a room.
     *
     * @param who they are
     * @param room which
     * @return the mute that lasts longest, of the room or of the server, if there is any
     */
    public Optional<Sanction> mute(Who who, RoomName room) {
        return find(
                Kind.MUTE, who, sanction -> sanction.room().map(room::equals).orElse(true));
    }

    /**
     * What keeps somebody from writing to others privately, and from changing their name.
     *
     * @param who they are
     * @return the mute of the server that lasts longest, if there is any
     */
    public Optional<Sanction> mute(Who who) {
        return find(Kind.MUTE, who, sanction -> sanction.room().isEmpty());
    }

    /** Whether anybody is muted anywhere: one volatile read if nobody is. */
    public boolean hasMutes() {
        return has(Kind.MUTE);
    }

    /**
     * Everything that somebody is kept from, in all rooms and on the server.
     *
     * @param who they are
     */
    public List<Sanction> all(Who who) {
        if (!has(Kind.BAN) && !has(Kind.MUTE)) {
            return List.of();
        }
        Instant now = clock.instant();
        Set<Long> seen = new HashSet<>();
        return index.near(who)
                .filter(sanction -> seen.add(sanction.id()) && !sanction.isOver(now) && sanction.hits(who))
                .toList();
    }

    private boolean has(Kind kind) {
        if (!index.has(kind)) {
            return false;
        }
        forgetOver();
        return index.has(kind);
    }

    private Optional<Sanction> find(Kind kind, Who who, Predicate<Sanction> place) {
        return has(kind)
                ? longest(index.near(who)
                        .filter(sanction -> sanction.kind() == kind && place.test(sanction) && sanction.hits(who)))
                : Optional.empty();
    }

    private Optional<Sanction> longest(Stream<Sanction> wanted) {
        Instant now = clock.instant();
        return wanted.filter(sanction -> !sanction.isOver(now)).max(Comparator.comparing(SanctionIndex::end));
    }

    /**
     * Those that hold in a place, the latest first.
     *
     * @param room in which room; empty for the whole server
     */
    public List<Sanction> of(Optional<RoomName> room) {
        Instant now = clock.instant();
        return index.all().stream()
                .filter(sanction -> sanction.room().equals(room) && !sanction.isOver(now))
                .sorted(Comparator.comparingLong(Sanction::id).reversed())
                .toList();
    }

    /**
     * What another one would take the place of.
     *
     * @param kind of what kind
     * @param room in which room; empty for the whole server
     * @param target about whom
     */
    public List<Sanction> like(Kind kind, Optional<RoomName> room, Target target) {
        Set<Long> seen = new HashSet<>();
        return index.near(target)
                .filter(other -> other.isLike(kind, room, target) && seen.add(other.id()))
                .toList();
    }

    /**
     * Keeps somebody out, or from writing, instead of what was said about the same target before.
     *
     * @param sanction without a number
     * @return with its number, once it is kept and holds; as with {@link SanctionStore#add}; empty if there are as many of
     *     the place, or of all rooms, as there may be
     */
    public Optional<CompletableFuture<Sanction>> add(Sanction sanction) {
        boolean any = forgetOver();
        List<Sanction> instead = like(sanction.kind(), sanction.room(), sanction.target());
        while (!shares.take(sanction.room(), instead.size())) {
            if (!any) {
                return Optional.empty();
            }
            any = forgetOver(); // those of this place may be among them
            instead = like(sanction.kind(), sanction.room(), sanction.target());
        }
        return Optional.of(keep(sanction, instead));
    }

    private CompletableFuture<Sanction> keep(Sanction sanction, List<Sanction> instead) {
        return store.add(sanction, instead.stream().map(Sanction::id).toList())
                .whenComplete((kept, error) -> {
                    if (error != null) {
                        shares.leave(sanction.room());
                    }
                })
                .thenApply(kept -> {
                    instead.forEach(this::leave);
                    removeEarlier(kept);
                    index.enter(kept);
                    return kept;
                });
    }

    /** What was said about the same target at the same time, and so was not known yet when this one was asked for. */
    private void removeEarlier(Sanction kept) {
        List<Sanction> earlier = like(kept.kind(), kept.room(), kept.target()).stream()
                .filter(other -> other.id() < kept.id())
                .toList();
        if (!earlier.isEmpty()) {
            remove(earlier);
        }
    }

    /**
     * Takes some back.
     *
     * @param sanctions which
     * @return once that is kept, and they do not hold any more; as with {@link SanctionStore#remove}
     */
    public CompletableFuture<Void> remove(Collection<Sanction> sanctions) {
        return store.remove(sanctions.stream().map(Sanction::id).toList())
                .thenRun(() -> sanctions.forEach(this::leave));
    }

    /**
     * What is over is met here sooner or later: then it leaves the store, too.
     *
     * @return whether there was any
     */
    private boolean forgetOver() {
        List<Sanction> over = index.over(clock.instant(), MOST_FORGOTTEN);
        if (over.isEmpty()) {
            return false;
        }
        over.forEach(this::leave);
        store.remove(over.stream().map(Sanction::id).toList());
        return true;
    }

    private void leave(Sanction sanction) {
        if (index.leave(sanction)) {
            shares.leave(sanction.room());
        }
    }
}

package chat.server.sanction;

import chat.common.RoomName;
import chat.server.account.Account;
import chat.server.limit.AddressPrefix;
import chat.server.sanction.Sanction.Kind;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Who is kept out or from writing, to be asked on event loops: a question costs one volatile read as long as there is nothing
 * of its kind, and else some look-ups that do not grow with the number of sanctions. What is over is over by itself.
 * Thread-safe.
 */
public final class Sanctions {
    /** How many there may be of the whole server. */
    public static final int MOST = 10_000;

    /** How many there may be of one room. */
    public static final int MOST_OF_ROOM = 200;

    /** How many there may be of all rooms together. */
    public static final int MOST_OF_ROOMS = 10_000;

    private final SanctionStore store;
    private final InstantSource clock;
    private final Map<Long, Sanction> byId = new ConcurrentHashMap<>();
    private final Map<Object, List<Sanction>> byKey = new ConcurrentHashMap<>();

    /** How many bits the prefixes have that were ever looked up, of IPv6 negative. */
    private final Set<Integer> lengths = new ConcurrentSkipListSet<>();

    private final Shares shares = new Shares();
    private final AtomicInteger bans = new AtomicInteger();
    private final AtomicInteger mutes = new AtomicInteger();

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
            enter(sanction);
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
        return bans.get() == 0
                ? Optional.empty()
                : find(Kind.BAN, who, sanction -> sanction.room().isEmpty());
    }

    /**
     * The ban that keeps somebody out of a room.
     *
     * @param who they are
     * @param room which
     * @return the one that lasts longest, if there is any
     */
    public Optional<Sanction> ban(Who who, RoomName room) {
        return bans.get() == 0 ? Optional.empty() : find(Kind.BAN, who, isOf(room));
    }

    /**
     * The ban that keeps everybody out who comes from an address.
     *
     * @param address where somebody comes from
     * @return the one that lasts longest, if there is any
     */
    public Optional<Sanction> ban(InetAddress address) {
        if (bans.get() == 0) {
            return Optional.empty();
        }
        List<Object> keys = new ArrayList<>();
        addPrefixes(address, keys);
        return longest(keys, sanction -> sanction.target() instanceof Target.Net);
    }

    /**
     * What keeps somebody from writing in a room.
     *
     * @param who they are
     * @param room which
     * @return the mute that lasts longest, of the room or of the server, if there is any
     */
    public Optional<Sanction> mute(Who who, RoomName room) {
        return mutes.get() == 0
                ? Optional.empty()
                : find(
                        Kind.MUTE,
                        who,
                        sanction -> sanction.room().map(room::equals).orElse(true));
    }

    /**
     * What keeps somebody from writing to others privately, and from changing their name.
     *
     * @param who they are
     * @return the mute of the server that lasts longest, if there is any
     */
    public Optional<Sanction> mute(Who who) {
        return mutes.get() == 0
                ? Optional.empty()
                : find(Kind.MUTE, who, sanction -> sanction.room().isEmpty());
    }

    /** Whether anybody is muted anywhere: one volatile read. */
    public boolean hasMutes() {
        return mutes.get() != 0;
    }

    private static Predicate<Sanction> isOf(RoomName room) {
        return sanction -> sanction.room().filter(room::equals).isPresent();
    }

    private Optional<Sanction> find(Kind kind, Who who, Predicate<Sanction> place) {
        List<Object> keys = new ArrayList<>(who.looks());
        if (who.account() != Account.NONE) {
            keys.add(who.account());
        }
        if (who.address() != null) {
            addPrefixes(who.address(), keys);
        }
        return longest(
                keys,
                sanction -> sanction.kind() == kind
                        && place.test(sanction)
                        && sanction.target().hits(who));
    }

    private void addPrefixes(InetAddress address, List<Object> keys) {
        boolean v6 = address instanceof Inet6Address;
        for (int length : lengths) {
            if (v6 == length < 0) {
                keys.add(AddressPrefix.of(address, Math.abs(length)));
            }
        }
    }

    private Optional<Sanction> longest(List<Object> keys, Predicate<Sanction> wanted) {
        Instant now = clock.instant();
        return keys.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .filter(sanction -> !sanction.isOver(now))
                .filter(wanted)
                .max(Comparator.comparing(sanction -> sanction.until().orElse(Instant.MAX)));
    }

    /**
     * Those that hold in a place, the latest first.
     *
     * @param room in which room; empty for the whole server
     */
    public List<Sanction> of(Optional<RoomName> room) {
        Instant now = clock.instant();
        return byId.values().stream()
                .filter(sanction -> sanction.room().equals(room) && !sanction.isOver(now))
                .sorted(Comparator.comparingLong(Sanction::id).reversed())
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
        forgetOver();
        List<Sanction> instead = sanction.target().keys().stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .filter(other -> other.isLike(sanction))
                .distinct()
                .toList();
        if (!shares.take(sanction.room(), instead.size())) {
            return Optional.empty();
        }
        return Optional.of(store.add(
                        sanction, instead.stream().map(Sanction::id).toList())
                .whenComplete((kept, error) -> {
                    if (error != null) {
                        shares.leave(sanction.room());
                    }
                })
                .thenApply(kept -> {
                    instead.forEach(this::leave);
                    enter(kept);
                    return kept;
                }));
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

    private void forgetOver() {
        Instant now = clock.instant();
        List<Sanction> over =
                byId.values().stream().filter(sanction -> sanction.isOver(now)).toList();
        if (!over.isEmpty()) {
            over.forEach(this::leave);
            store.remove(over.stream().map(Sanction::id).toList());
        }
    }

    private synchronized void enter(Sanction sanction) {
        byId.put(sanction.id(), sanction);
        for (Object key : sanction.target().keys()) {
            byKey.merge(key, List.of(sanction), Sanctions::joined);
            if (key instanceof AddressPrefix prefix) {
                lengths.add(prefix.v6() ? -prefix.bits() : prefix.bits());
            }
        }
        count(sanction.kind(), 1);
    }

    private static List<Sanction> joined(List<Sanction> some, List<Sanction> more) {
        List<Sanction> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private synchronized void leave(Sanction sanction) {
        if (byId.remove(sanction.id()) == null) {
            return;
        }
        for (Object key : sanction.target().keys()) {
            byKey.computeIfPresent(key, (same, all) -> {
                List<Sanction> left = all.stream()
                        .filter(other -> other.id() != sanction.id())
                        .toList();
                return left.isEmpty() ? null : left;
            });
        }
        shares.leave(sanction.room());
        count(sanction.kind(), -1);
    }

    private void count(Kind kind, int more) {
        (kind == Kind.BAN ? bans : mutes).addAndGet(more);
    }
}

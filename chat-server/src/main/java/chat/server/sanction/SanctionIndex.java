package chat.server.sanction;

import chat.server.account.Account;
import chat.server.limit.AddressPrefix;
import chat.server.sanction.Sanction.Kind;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Sanctions by what somebody who is hit has one of, and by when they are over. Thread-safe. */
final class SanctionIndex {
    private final Map<Long, Sanction> byId = new ConcurrentHashMap<>();
    /** By number, of each key: of one that many share, such as an address, each is found at once when it leaves. */
    private final Map<Object, Map<Long, Sanction>> byKey = new ConcurrentHashMap<>();

    /** How many bits the prefixes have that were ever looked up, of IPv6 negative. */
    private final Set<Integer> lengths = new ConcurrentSkipListSet<>();

    /** Those that end by themselves, the next one first. */
    private final NavigableSet<Sanction> ends =
            new ConcurrentSkipListSet<>(Comparator.comparing(SanctionIndex::end).thenComparing(Sanction::id));

    private final AtomicInteger bans = new AtomicInteger();
    private final AtomicInteger mutes = new AtomicInteger();

    /** When it is over; the end of time if it is taken back only. */
    static Instant end(Sanction sanction) {
        return sanction.until().orElse(Instant.MAX);
    }

    /** Whether there is any of a kind: one volatile read. */
    boolean has(Kind kind) {
        return count(kind).get() != 0;
    }

    /** All of them; a copy. */
    List<Sanction> all() {
        return List.copyOf(byId.values());
    }

    /** Those that are over, but not more than some. */
    List<Sanction> over(Instant now, int most) {
        List<Sanction> over = new ArrayList<>();
        for (Sanction next : ends) {
            if (!next.isOver(now) || over.size() == most) {
                break;
            }
            over.add(next);
        }
        return over;
    }

    /** Those that may be about the same as a target: not all from the same address as somebody. One may come twice. */
    Stream<Sanction> near(Target target) {
        return of(
                (target instanceof Target.Person person ? Set.<Object>copyOf(person.looks()) : target.keys()).stream());
    }

    /** Those that may hit somebody; one may come twice. */
    Stream<Sanction> near(Who who) {
        List<Object> keys = new ArrayList<>(who.looks());
        if (who.account() != Account.NONE) {
            keys.add(who.account());
        }
        if (who.address() != null) {
            addPrefixes(who.address(), keys);
        }
        Stream<Sanction> held = who.held().stream().map(byId::get).filter(Objects::nonNull);
        return Stream.concat(of(keys.stream()), held);
    }

    /** Those that may hit whoever comes from an address. */
    Stream<Sanction> near(InetAddress address) {
        List<Object> keys = new ArrayList<>();
        addPrefixes(address, keys);
        return of(keys.stream());
    }

    private Stream<Sanction> of(Stream<Object> keys) {
        return keys.flatMap(key -> byKey.getOrDefault(key, Map.of()).values().stream());
    }

    private void addPrefixes(InetAddress address, List<Object> keys) {
        boolean v6 = address instanceof Inet6Address;
        for (int length : lengths) {
            if (v6 == length < 0) {
                keys.add(AddressPrefix.of(address, Math.abs(length)));
            }
        }
    }

    synchronized void enter(Sanction sanction) {
        byId.put(sanction.id(), sanction);
        for (Object key : sanction.target().keys()) {
            byKey.merge(key, Map.of(sanction.id(), sanction), SanctionIndex::joined);
            if (key instanceof AddressPrefix prefix) {
                lengths.add(prefix.v6() ? -prefix.bits() : prefix.bits());
            }
        }
        if (sanction.until().isPresent()) {
            ends.add(sanction);
        }
        count(sanction.kind()).incrementAndGet();
    }

    /** Most keys have one only, for which an immutable map is smallest. */
    private static Map<Long, Sanction> joined(Map<Long, Sanction> some, Map<Long, Sanction> more) {
        Map<Long, Sanction> all = some instanceof ConcurrentHashMap ? some : new ConcurrentHashMap<>(some);
        all.putAll(more);
        return all;
    }

    /** Whether it was there. */
    synchronized boolean leave(Sanction sanction) {
        if (byId.remove(sanction.id()) == null) {
            return false;
        }
        for (Object key : sanction.target().keys()) {
            byKey.computeIfPresent(key, (same, all) -> {
                if (all.size() == 1) {
                    return null;
                }
                all.remove(sanction.id());
                return all;
            });
        }
        ends.remove(sanction);
        count(sanction.kind()).decrementAndGet();
        return true;
    }

    private AtomicInteger count(Kind kind) {
        return kind == Kind.BAN ? bans : mutes;
    }
}

package chat.server.account;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn is next, of those who wait for a hash. Every second turn goes round the addresses, so that nobody waits for
 * ever. Those between go to who is likely no flood: owners where they have logged in before, then those whose network and
 * address had their last turn longest ago, or never; of several the one that has just come. So somebody who comes while
 * hundreds of addresses flood the queue has a turn at once, and a flood cannot take that from them by being larger, but only
 * by ever new networks. Not thread-safe.
 */
final class Turns<J> {
    /** How many may wait, which at some tens of milliseconds for each takes a minute or so. */
    static final int MOST = 1024;

    /** How many of them from one address. */
    static final int MOST_PER_ADDRESS = 256;

    /** Of so many addresses, and as many networks, it is known when they had their last turn. */
    private static final int MOST_REMEMBERED = 8192;

    /**
     * Those who are treated alike.
     *
     * @param network their address's surroundings
     * @param address theirs
     * @param known whether they say they are somebody who has logged in from there before
     */
    record Lane(Object network, Object address, boolean known) {}

    /** Whose turn is next in the round comes first. */
    private final Map<Lane, Deque<J>> lanes = new LinkedHashMap<>();

    private final LastTurns networks = new LastTurns();
    private final LastTurns addresses = new LastTurns();
    private long turn;
    private int size;

    /** When each had its last turn; who had it longest ago is forgotten first. */
    private static final class LastTurns extends LinkedHashMap<Object, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Long> eldest) {
            return size() > MOST_REMEMBERED;
        }

        long of(Object key) {
            return getOrDefault(key, 0L);
        }

        void has(Object key, long now) {
            remove(key);
            put(key, now);
        }
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    boolean isFull() {
        return size >= MOST;
    }

    /**
     * Somebody comes. If all places are taken, the network with most of them gives the one that it took last.
     *
     * @param lane with whom they wait
     * @param job what for
     * @return who has to go, perhaps the one who has come; null for nobody
     */
    @Nullable
    J add(Lane lane, J job) {
        Deque<J> same = lanes.get(lane);
        if (same != null && same.size() >= MOST_PER_ADDRESS) {
            return job;
        }
        J shed = null;
        if (isFull()) {
            shed = shedFor(lane);
            if (shed == null) {
                return job;
            }
        }
        lanes.computeIfAbsent(lane, key -> new ArrayDeque<>()).add(job);
        size++;
        return shed;
    }

    /** The network with most who wait, and in it the address, has one less; null if it is the newcomer's own. */
    private @Nullable J shedFor(Lane newcomer) {
        Map<Object, Integer> shares = new LinkedHashMap<>();
        lanes.forEach((lane, jobs) -> shares.merge(lane.network, jobs.size(), Integer::sum));
        Lane largest = null;
        for (Map.Entry<Lane, Deque<J>> each : lanes.entrySet()) {
            Lane lane = each.getKey();
            if (largest == null || compareShares(lane, largest, shares) >= 0) {
                largest = lane;
            }
        }
        if (largest == null
                || (shares.getOrDefault(newcomer.network, 0) >= shares.getOrDefault(largest.network, 0)
                        && waiting(newcomer) >= waiting(largest))) {
            return null;
        }
        return take(largest, false);
    }

    private int compareShares(Lane one, Lane other, Map<Object, Integer> shares) {
        int networksCompared =
                Integer.compare(shares.getOrDefault(one.network, 0), shares.getOrDefault(other.network, 0));
        return networksCompared != 0 ? networksCompared : Integer.compare(waiting(one), waiting(other));
    }

    private int waiting(Lane lane) {
        Deque<J> jobs = lanes.get(lane);
        return jobs == null ? 0 : jobs.size();
    }

    /** The next one; empty if nobody waits. */
    Optional<J> next() {
        if (lanes.isEmpty()) {
            return Optional.empty();
        }
        turn++;
        Lane lane = turn % 2 == 0 ? lanes.keySet().iterator().next() : leastServed();
        networks.has(lane.network, turn);
        addresses.has(lane.address, turn);
        return Optional.of(take(lane, true));
    }

    private Lane leastServed() {
        Iterator<Lane> each = lanes.keySet().iterator();
        Lane least = each.next();
        while (each.hasNext()) {
            Lane lane = each.next();
            if (compare(lane, least) <= 0) {
                least = lane;
            }
        }
        return least;
    }

    private int compare(Lane one, Lane other) {
        if (one.known != other.known) {
            return one.known ? -1 : 1;
        }
        int network = Long.compare(networks.of(one.network), networks.of(other.network));
        return network != 0 ? network : Long.compare(addresses.of(one.address), addresses.of(other.address));
    }

    /** Takes the first of a lane, which goes to the end of the round; or the last one. */
    private J take(Lane lane, boolean first) {
        Deque<J> jobs = lanes.getOrDefault(lane, new ArrayDeque<>());
        J job = first ? jobs.removeFirst() : jobs.removeLast();
        size--;
        if (first) {
            lanes.remove(lane);
            if (!jobs.isEmpty()) {
                lanes.put(lane, jobs);
            }
        } else if (jobs.isEmpty()) {
            lanes.remove(lane);
        }
        return job;
    }

    /**
     * Some wait no longer.
     *
     * @param which whether it is one of them
     * @return they
     */
    List<J> removeIf(Predicate<J> which) {
        List<J> removed = new ArrayList<>();
        for (Deque<J> jobs : lanes.values()) {
            jobs.removeIf(job -> which.test(job) && removed.add(job));
        }
        lanes.values().removeIf(Deque::isEmpty);
        size -= removed.size();
        return removed;
    }
}

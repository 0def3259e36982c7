package chat.server.name;

import chat.common.UserName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names in use. No two owners have names that are equal or look alike; one owner may, while it changes from one to
 * the other. Thread-safe: of two that race for names that look alike, one gets it.
 *
 * @param <T> who has names, told apart by identity
 */
public final class NameTable<T> {
    private record Claim<T>(UserName name, T owner) {}

    private final ConcurrentMap<UserName, Claim<T>> byName = new ConcurrentHashMap<>();

    /** Guarded by this. */
    private final Map<String, Claim<T>> bySkeleton = new HashMap<>();

    /**
     * Whose name it is.
     *
     * @param name in any case
     * @return its owner, if it is in use
     */
    public Optional<T> find(UserName name) {
        return Optional.ofNullable(byName.get(name)).map(Claim::owner);
    }

    /**
     * Gives a name to somebody, unless somebody else has it or one that looks like it.
     *
     * @param name which
     * @param owner who wants it; keeps the names it has
     * @return whether it is the owner's now
     */
    public boolean claim(UserName name, T owner) {
        Set<String> skeletons = Lookalikes.skeletons(name); // outside of the lock: it takes a while
        synchronized (this) {
            if (inTheWay(name, skeletons, owner).isPresent()) {
                return false;
            }
            Claim<T> claim = new Claim<>(name, owner);
            byName.put(name, claim);
            skeletons.forEach(skeleton -> bySkeleton.put(skeleton, claim));
            return true;
        }
    }

    /**
     * The name that keeps somebody from having one.
     *
     * @param name which
     * @param owner who wants it
     * @return somebody else's name that is equal to it or looks like it, if there is one
     */
    public Optional<UserName> inTheWay(UserName name, T owner) {
        Set<String> skeletons = Lookalikes.skeletons(name);
        synchronized (this) {
            return inTheWay(name, skeletons, owner);
        }
    }

    private Optional<UserName> inTheWay(UserName name, Set<String> skeletons, T owner) {
        return Stream.concat(
                        Stream.ofNullable(byName.get(name)), skeletons.stream().flatMap(this::looking))
                .filter(claim -> claim.owner != owner)
                .map(Claim::name)
                .findFirst();
    }

    private Stream<Claim<T>> looking(String skeleton) {
        return Stream.ofNullable(bySkeleton.get(skeleton));
    }

    /**
     * Frees a name and what looks like it, except what looks like the name that its owner has now.
     *
     * @param name which, in the very form that was claimed
     * @param owner who had it; what is somebody else's stays theirs
     * @param kept the owner's name from now on; null if there is none
     */
    public void release(UserName name, T owner, @Nullable UserName kept) {
        Set<String> skeletons = new HashSet<>(Lookalikes.skeletons(name));
        if (kept != null) {
            skeletons.removeAll(Lookalikes.skeletons(kept));
        }
        synchronized (this) {
            skeletons.forEach(skeleton -> free(bySkeleton, skeleton, owner));
            if (!name.equals(kept)) {
                free(byName, name, owner);
            }
        }
    }

    private static <K, T> void free(Map<K, Claim<T>> claims, K key, T owner) {
        Claim<T> claim = claims.get(key);
        if (claim != null && claim.owner == owner) {
            claims.remove(key);
        }
    }
}

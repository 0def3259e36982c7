package chat.server.name;

import chat.common.UserName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names in use. No two owners have names that are equal or {@linkplain Lookalikes look alike}; one owner may, while it
 * changes from one to the other. Thread-safe: of two that race for names that look alike, one gets it.
 *
 * @param <T> who has names, told apart by identity
 */
public final class NameTable<T> {
    private record Claim<T>(UserName name, T owner) {}

    private final Function<UserName, Set<String>> looks;
    private final ConcurrentMap<UserName, Claim<T>> byName = new ConcurrentHashMap<>();

    /** Guarded by this. */
    private final Map<String, Claim<T>> bySkeleton = new HashMap<>();

    /** Begins without any, for names that a reader tells apart: see {@link Lookalikes#skeletons}. */
    public NameTable() {
        this(Lookalikes::skeletons);
    }

    /**
     * Begins without any.
     *
     * @param looks what names look like: they are alike if they share one of these
     */
    public NameTable(Function<UserName, Set<String>> looks) {
        this.looks = looks;
    }

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
        Set<String> skeletons = looks.apply(name); // outside of the lock: it takes a while
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
     * Gives a name to somebody who has had it before, whatever looks like it by now: Unicode's tables change. The very name
     * must not be another's.
     *
     * @param name which
     * @param owner whose it is
     */
    public void restore(UserName name, T owner) {
        Set<String> skeletons = looks.apply(name);
        synchronized (this) {
            Claim<T> claim = new Claim<>(name, owner);
            byName.put(name, claim);
            skeletons.forEach(skeleton -> bySkeleton.putIfAbsent(skeleton, claim));
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
        Set<String> skeletons = looks.apply(name);
        synchronized (this) {
            return inTheWay(name, skeletons, owner);
        }
    }

    private Optional<UserName> inTheWay(UserName name, Set<String> skeletons, T owner) {
        return alike(name, skeletons)
                .filter(claim -> claim.owner != owner)
                .map(Claim::name)
                .findFirst();
    }

    /**
     * The names in use that are equal to another one or look like it; the equal one first.
     *
     * @param name which
     */
    public List<UserName> like(UserName name) {
        Set<String> skeletons = looks.apply(name);
        synchronized (this) {
            return alike(name, skeletons).map(Claim::name).distinct().toList();
        }
    }

    private Stream<Claim<T>> alike(UserName name, Set<String> skeletons) {
        return Stream.concat(
                Stream.ofNullable(byName.get(name)), skeletons.stream().flatMap(this::looking));
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
        Set<String> skeletons = new HashSet<>(looks.apply(name));
        if (kept != null) {
            skeletons.removeAll(looks.apply(kept));
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

package chat.server.room;

import chat.common.UserName;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may write in a room, and how often, as long as the process runs. Immutable.
 *
 * @param slow how often one person may write; empty for as often as they like
 * @param membersOnly who may write at all; empty for everybody
 */
public record HouseRules(Optional<Slow> slow, Optional<MembersOnly> membersOnly) {
    /** Everybody may write as they like. */
    public static final HouseRules NONE = new HouseRules(Optional.empty(), Optional.empty());

    /**
     * Each person writes one message in a while.
     *
     * @param time the while; more than zero
     * @param by who has said so
     * @param since when
     */
    public record Slow(Duration time, UserName by, Instant since) {}

    /**
     * Only those write who had registered when it was said, or have been here long enough.
     *
     * @param stay how long others must have been here; zero if that does not help
     * @param by who has said so
     * @param since when
     * @param admitted who may write all the same, by {@link #key}; the latest {@value #MOST_ADMITTED}
     */
    public record MembersOnly(Duration stay, UserName by, Instant since, Set<Long> admitted) {
        /** How many may be admitted at a time; the first is the first to be forgotten. */
        static final int MOST_ADMITTED = 1000;

        /**
         * Somebody, as it knows them: by their account, guests by their session.
         *
         * @param member who
         */
        public static long key(Member member) {
            return member.account() == Draft.UNREGISTERED ? member.id() : -member.account();
        }

        /**
         * The same with one more who may write.
         *
         * @param member who
         */
        public MembersOnly admitting(Member member) {
            Set<Long> more = new LinkedHashSet<>(admitted);
            more.remove(key(member));
            more.add(key(member));
            if (more.size() > MOST_ADMITTED) {
                more.remove(more.iterator().next());
            }
            return new MembersOnly(stay, by, since, more);
        }
    }

    /**
     * The same at another speed.
     *
     * @param other see the class
     */
    public HouseRules withSlow(Optional<Slow> other) {
        return new HouseRules(other, membersOnly);
    }

    /**
     * The same for other people.
     *
     * @param only see the class
     */
    public HouseRules withMembersOnly(Optional<MembersOnly> only) {
        return new HouseRules(slow, only);
    }

    /** Whether everybody may write as they like. */
    public boolean areNone() {
        return slow.isEmpty() && membersOnly.isEmpty();
    }
}

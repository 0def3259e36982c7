package chat.client.bench;

import org.jspecify.annotations.Nullable;

/**
 * What has happened up to some moment. Immutable.
 *
 * @param named members that ever had a name
 * @param left members whose connection has ended
 * @param sent messages sent
 * @param measuredSent those of them that were sent while the run was measured
 * @param delivered messages that reached a reader that was reading
 * @param measuredDelivered those of them that came while the run was measured
 * @param measuredBytes how many bytes members read meanwhile
 * @param settled deliveries that no reader has to wait for any more: they came, or later ones did
 * @param settledSlow the same for slow members
 * @param refused answers that refuse something
 * @param refusal the first of those, if there was one
 * @param slowCutOff slow members whose connection the server ended
 */
record Totals(
        long named,
        long left,
        long sent,
        long measuredSent,
        long delivered,
        long measuredDelivered,
        long measuredBytes,
        long settled,
        long settledSlow,
        long refused,
        @Nullable String refusal,
        long slowCutOff) {
    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0);

    Totals plus(Totals other) {
        return new Totals(
                named + other.named,
                left + other.left,
                sent + other.sent,
                measuredSent + other.measuredSent,
                delivered + other.delivered,
                measuredDelivered + other.measuredDelivered,
                measuredBytes + other.measuredBytes,
                settled + other.settled,
                settledSlow + other.settledSlow,
                refused + other.refused,
                refusal == null ? other.refusal : refusal,
                slowCutOff + other.slowCutOff);
    }

    /** How many members are there now. */
    long present() {
        return named - left;
    }

    /** A number that grows as long as anything goes on. */
    long progress() {
        return named + left + settled + settledSlow;
    }
}

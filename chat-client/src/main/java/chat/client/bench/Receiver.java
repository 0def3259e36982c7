package chat.client.bench;

import io.netty.buffer.ByteBuf;

/** Checks and times the messages that reach one member. On its event loop. */
final class Receiver {
    private final Role role;
    private final Worker worker;
    private final MessageFormat format;
    private final SequenceChecker checker;

    Receiver(Role role, Worker worker, MessageFormat format) {
        this.role = role;
        this.worker = worker;
        this.format = format;
        this.checker = new SequenceChecker(role.slots());
    }

    /**
     * A member of this run said something.
     *
     * @param in where the line is
     * @param start the index of its first byte
     * @param end the index behind its last
     * @param now when it came
     * @return how many messages need not be waited for any more
     */
    int message(ByteBuf in, int start, int end, long now) {
        if (!format.isWhole(in, start, end)) {
            worker.tally().corrupt();
            return 0;
        }
        int author = format.author(in, start);
        int number = format.number(in, start);
        long due = format.due(in, start);
        if (!role.reads(author) || number < 0 || due < 0 || number >= worker.sentBy(author)) {
            worker.tally().corrupt();
            return 0;
        }
        int slot = role.slot(author);
        int expected = checker.next(slot);
        int settled = checker.accept(slot, number);
        if (settled == SequenceChecker.REPEATED) {
            return 0;
        }
        if (role.isSlow()) {
            worker.tally().settledSlow(settled);
        } else {
            worker.settled(author, expected, settled);
            worker.tally().delivered(due, now, worker.schedule());
        }
        return settled;
    }

    /** The server said that it left out messages. */
    void skipped(long messages) {
        checker.skipped(messages);
    }

    /** What was wrong, once nothing more comes. */
    Faults faults() {
        role.authors().forEach(author -> checker.end(role.slot(author), worker.sentBy(author)));
        return new Faults(checker.lost(), checker.duplicated(), checker.reordered(), 0, checker.skipped());
    }
}

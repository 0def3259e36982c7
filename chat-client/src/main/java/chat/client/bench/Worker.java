package chat.client.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One event loop and the members that live on it. Everything but the constructor runs on that loop. */
final class Worker implements Arrivals.Listener {
    /** How many connections are in the making at a time: fast, and within every server's backlog. */
    private static final int CONNECTING = 64;

    /** A small buffer fills at once, so that who does not read is soon felt by the server. */
    private static final int SLOW_RECEIVE_BYTES = 8 * 1024;

    private final int index;
    private final EventLoop loop;
    private final BenchOptions options;
    private final RunClock clock;
    private final Consumer<String> broken;
    private final Tally tally = new Tally();
    private final List<Member> members = new ArrayList<>();
    private final @Nullable Arrivals arrivals;
    private Schedule schedule = Schedule.NEVER;
    private List<Member> senders = List.of();
    private int connects;
    private @Nullable Bootstrap target;

    /**
     * Makes a worker with its share of the members.
     *
     * @param index which of the workers
     * @param loop where its members live
     * @param options of the run
     * @param format of the messages
     * @param clock of the run
     * @param broken is told in a sentence why the run cannot go on; any number of times
     */
    Worker(
            int index,
            EventLoop loop,
            BenchOptions options,
            MessageFormat format,
            RunClock clock,
            Consumer<String> broken) {
        this.index = index;
        this.loop = loop;
        this.options = options;
        this.clock = clock;
        this.broken = broken;
        for (int id = index; id < options.members(); id += options.loops()) {
            members.add(new Member(new Role(id, options), this, format));
        }
        this.arrivals = options.load() instanceof Load.Saturation saturation
                ? new Arrivals(readersOfEachSender(), saturation.window())
                : null;
    }

    private int[] readersOfEachSender() {
        int readersHere =
                (int) members.stream().filter(member -> !member.isSlow()).count();
        int[] readers = new int[options.senders()];
        for (int sender = 0; sender < readers.length; sender++) {
            readers[sender] = sender % options.loops() == index ? readersHere - 1 : readersHere;
        }
        return readers;
    }

    EventLoop loop() {
        return loop;
    }

    RunClock clock() {
        return clock;
    }

    Tally tally() {
        return tally;
    }

    Schedule schedule() {
        return schedule;
    }

    List<Member> members() {
        return members;
    }

    /** Begins to connect the members, some at a time. */
    void connect(Bootstrap server) {
        target = server;
        for (int i = 0; i < CONNECTING; i++) {
            connectNext();
        }
    }

    private void connectNext() {
        if (target == null || connects == members.size()) {
            return;
        }
        Member member = members.get(connects++);
        Bootstrap own = target.clone(loop).handler(member);
        if (member.isSlow()) {
            own.option(ChannelOption.SO_RCVBUF, SLOW_RECEIVE_BYTES);
        }
        own.connect().addListener(connected -> {
            if (!connected.isSuccess()) {
                broken(cannotConnect(own, connected.cause()));
            }
        });
    }

    private static String cannotConnect(Bootstrap own, Throwable cause) {
        String why = String.valueOf(cause.getMessage());
        boolean nobodyThere = cause instanceof ConnectException && why.contains("refused");
        return "Cannot connect to " + own.config().remoteAddress() + ": "
                + (nobodyThere ? "no server is listening there" : why) + ".";
    }

    /** A member has its name. */
    void named() {
        tally.named();
        connectNext();
    }

    /** The run cannot go on. */
    void broken(String sentence) {
        broken.accept(sentence);
    }

    /**
     * The load is about to be on.
     *
     * @param when how long
     * @param everySender all senders of the run, in order; they live on all event loops
     */
    void prepare(Schedule when, List<Member> everySender) {
        schedule = when;
        senders = everySender;
    }

    /** The load is on. */
    void start() {
        members.forEach(Member::start);
    }

    /** How many messages a sender has sent. */
    int sentBy(int sender) {
        return senders.isEmpty() ? 0 : senders.get(sender).sent();
    }

    /**
     * A reader here need not wait for some messages any more.
     *
     * @param sender whose
     * @param from the number of the first
     * @param count how many, in a row
     */
    void settled(int sender, int from, int count) {
        tally.settled(count);
        if (arrivals != null) {
            arrivals.arrived(sender, from, count);
        }
    }

    /** A member has read what there was. */
    void readComplete() {
        if (arrivals != null) {
            arrivals.tell(this);
        }
    }

    @Override
    public void reachedAll(int sender, int end) {
        senders.get(sender).reachedAll(index, end);
    }

    /** Slow members read again. */
    void readSlow() {
        members.stream().filter(Member::isSlow).forEach(Member::readAgain);
    }

    /** Everybody leaves. */
    void leave() {
        members.forEach(Member::leave);
    }

    /** What the members found wrong. */
    Faults faults() {
        return members.stream().map(Member::faults).reduce(tally.faults(), Faults::plus);
    }
}

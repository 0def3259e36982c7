package chat.client.bench;

import chat.common.net.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** All members of a run, spread over event loops. One thread, which asks the loops and waits for their answers. */
final class Crowd implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;

    private final BenchOptions options;
    private final RunClock clock = new RunClock();
    private final EventLoopGroup loops;
    private final List<Worker> workers = new ArrayList<>();
    private final CompletableFuture<String> broken = new CompletableFuture<>();

    /**
     * Makes the members; none is connected yet.
     *
     * @param options of the run
     * @param run what names begin with
     */
    Crowd(BenchOptions options, String run) {
        this.options = options;
        this.loops = new MultiThreadIoEventLoopGroup(
                options.loops(),
                new DefaultThreadFactory("bench", true),
                Transport.best().ioHandlerFactory());
        MessageFormat format = new MessageFormat(
                run,
                options.payload(),
                options.load().isPrivate(),
                options.door().isJson());
        for (int i = 0; i < options.loops(); i++) {
            workers.add(new Worker(i, loops.next(), options, format, clock, broken::complete));
        }
    }

    /** Nanoseconds since the run began. */
    long now() {
        return clock.now();
    }

    /** Begins to connect. */
    void connect(Target target) throws InterruptedException {
        Bootstrap server = new Bootstrap()
                .channel(Transport.best().clientChannel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                // closes with a reset: thousands of ports in TIME_WAIT would be missing in the next run
                .option(ChannelOption.SO_LINGER, 0)
                .remoteAddress(target.address());
        tellEach(worker -> worker.connect(server));
    }

    /** Turns the load on; it ends by itself. */
    void start(Schedule schedule) throws InterruptedException {
        List<Member> senders = new ArrayList<>();
        for (int id = 0; id < options.senders(); id++) {
            senders.add(workers.get(id % options.loops()).members().get(id / options.loops()));
        }
        tellEach(worker -> worker.prepare(schedule, senders)); // all, before the first message can come
        tellEach(Worker::start);
    }

    /** Lets slow members read. */
    void readSlow() throws InterruptedException {
        tellEach(Worker::readSlow);
    }

    /** Lets everybody leave. */
    void leave() throws InterruptedException {
        tellEach(Worker::leave);
    }

    /** What has happened so far. */
    Totals totals() throws InterruptedException {
        return askEach(worker -> worker.tally().totals()).stream().reduce(Totals.NONE, Totals::plus);
    }

    /** What receivers found wrong. Asked once, when nothing more comes. */
    Faults faults() throws InterruptedException {
        return askEach(Worker::faults).stream().reduce(Faults.NONE, Faults::plus);
    }

    /** The latencies of all measured deliveries, in nanoseconds. */
    Histogram latency() throws InterruptedException {
        Histogram sum = Tally.fineHistogram();
        tellEach(worker -> worker.tally().addLatencyTo(sum));
        return sum;
    }

    /** The latencies of the deliveries since the last call, in nanoseconds. */
    Histogram latestLatency() throws InterruptedException {
        Histogram sum = Tally.coarseHistogram();
        tellEach(worker -> worker.tally().moveLatestTo(sum));
        return sum;
    }

    /**
     * Waits while all is well.
     *
     * @param millis how long
     * @throws BenchException at once if the run cannot go on
     */
    void pause(long millis) throws BenchException, InterruptedException {
        try {
            throw new BenchException(broken.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            // all is well
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One worker after the other, so that what the action touches needs no lock. */
    private void tellEach(Consumer<Worker> action) throws InterruptedException {
        askEach(worker -> {
            action.accept(worker);
            return worker;
        });
    }

    private <T> List<T> askEach(Function<Worker, T> question) throws InterruptedException {
        List<T> answers = new ArrayList<>();
        for (Worker worker : workers) {
            answers.add(
                    worker.loop().submit(() -> question.apply(worker)).sync().getNow());
        }
        return answers;
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}

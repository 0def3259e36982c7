package chat.bench.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** People who talk in the lobby all the while, 200 messages a second together. */
final class Traffic implements AutoCloseable {
    private static final int PEOPLE = 10;
    private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(1) / 200;

    private final List<Asker> people = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong said = new AtomicLong();

    /** Begins. */
    Traffic(int port, Week week) throws IOException {
        for (int i = 0; i < PEOPLE; i++) {
            Asker person = new Asker(port);
            people.add(person);
            person.join("talker" + i);
            Thread reader = new Thread(person::drain, "talker " + i);
            reader.setDaemon(true);
            reader.start();
        }
        clock.scheduleAtFixedRate(() -> say(week), 0, NANOS_BETWEEN, TimeUnit.NANOSECONDS);
    }

    private void say(Week week) {
        try {
            people.get((int) (said.getAndIncrement() % PEOPLE))
                    .send("/all " + week.message().text());
        } catch (IOException e) {
            throw new IllegalStateException("nobody listens", e);
        }
    }

    long said() {
        return said.get();
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        for (Asker person : people) {
            person.close();
        }
    }
}

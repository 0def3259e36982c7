package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Received;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A link and a server with a network between them that is cut anywhere, both ways, at any time. */
class LinkModelTest {
    private static final int STEPS = 400;

    private final ModelServer server = new ModelServer();
    private final ManualNetwork network = new ManualNetwork();
    private final Heard heard = new Heard();
    private final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<Received>> answers = new ArrayList<>();
    private final List<ModelServer.Session> ghosts = new ArrayList<>();
    private final List<List<String>> leftOver = new ArrayList<>();
    private final List<String> pending = new ArrayList<>();
    private ModelServer.Session session = server.connects();
    private ManualWire wire;
    private int opened;

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 300), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldBringEachLineOnceAndInOrderWhateverIsCut(long seed) {
        Random random = new Random(seed);
        try (ServerLink link = link(random)) {
            for (int i = 0; i < STEPS; i++) {
                step(link, random, false);
            }
            settle();

            assertThat(server.said())
                    .isEqualTo(sent.stream().map(line -> "ann: " + line).toList());
            assertThat(answers).allMatch(answer -> answer.isDone() && !answer.isCompletedExceptionally());
            assertThat(heard.handedBack()).isEmpty();
            assertThat(link.unconfirmed()).isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldSayNothingTwiceAndDropNothingInSilenceThoughServersAreRestarted(long seed) {
        Random random = new Random(seed);
        try (ServerLink link = link(random)) {
            for (int i = 0; i < STEPS; i++) {
                step(link, random, true);
            }
            settle();

            List<String> words = server.said().stream()
                    .map(line -> line.substring("ann: ".length()))
                    .toList();
            assertThat(ModelServer.repeated(words)).isEmpty();
            assertThat(words).isSubsetOf(sent);
            assertThat(words).isSortedAccordingTo((a, b) -> Integer.compare(sent.indexOf(a), sent.indexOf(b)));
            for (int i = 0; i < sent.size(); i++) {
                assertThat(answers.get(i)).isDone();
                if (answers.get(i).isCompletedExceptionally()) {
                    assertThat(heard.handedBack()).contains(sent.get(i));
                } else {
                    assertThat(words).contains(sent.get(i));
                }
            }
        }
    }

    private ServerLink link(Random random) {
        LinkSettings settings = new LinkSettings("example", 1, UserName.of("ann"), true);
        ServerLink link = new ServerLink(settings, heard, network, random);
        link.start();
        network.run();
        return link;
    }

    private void step(ServerLink link, Random random, boolean restarts) {
        follow();
        switch (random.nextInt(restarts ? 12 : 11)) {
            case 0, 1, 2 -> {
                String line = "line " + sent.size();
                sent.add(line);
                answers.add(link.send(line));
                network.run();
            }
            case 3, 4 -> linesArrive(random.nextInt(4));
            case 5, 6 -> answersArrive(random.nextInt(4));
            case 7 -> network.advance(Duration.ofMillis(random.nextInt(3000)));
            case 8 -> cut(random);
            case 9 -> oldLinesArrive(random);
            case 10 -> wire.full(random.nextBoolean());
            default -> {
                if (random.nextInt(6) == 0) {
                    server.restarts();
                    session.dies();
                    ghosts.clear();
                    leftOver.clear();
                    cut(random);
                }
            }
        }
    }

    /** Notices new connections. */
    private void follow() {
        if (network.attempts() > opened) {
            abandon();
            opened = network.attempts();
            wire = network.wire();
            session = server.connects();
            wire.opens();
        }
    }

    private void linesArrive(int lines) {
        for (int i = 0; i < lines; i++) {
            String line = wire.next();
            if (line != null) {
                session.takes(line);
            }
        }
        pending.addAll(session.answers());
    }

    private void answersArrive(int lines) {
        for (int i = 0; i < lines && !pending.isEmpty(); i++) {
            wire.says(pending.remove(0));
            network.run();
        }
    }

    /** The connection is lost for the client. */
    private void cut(Random random) {
        if (!wire.isClosed()) {
            abandon();
            wire.ends(random.nextBoolean() ? null : new IOException("Connection reset by peer"));
        }
    }

    /** The server may not know of the loss, and some of what was sent is still on its way to it. */
    private void abandon() {
        if (wire != null) {
            leftOver.add(wire.lines());
            ghosts.add(session);
        }
        pending.clear();
    }

    private void oldLinesArrive(Random random) {
        if (!ghosts.isEmpty()) {
            int which = random.nextInt(ghosts.size());
            List<String> lines = leftOver.get(which);
            if (!lines.isEmpty()) {
                ghosts.get(which).takes(lines.remove(0));
            }
        }
    }

    /** The network is well from now on. */
    private void settle() {
        for (int i = 0; i < 200; i++) {
            follow();
            wire.full(false);
            linesArrive(1000);
            answersArrive(1000);
            network.advance(Duration.ofMillis(500));
        }
    }
}

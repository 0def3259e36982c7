package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.server.net.web.Frames;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What can be done to a server through the port of its page, more or less often. */
final class WebAttacks {
    /** Goes in through the page of somebody else. */
    static final byte[] FOREIGN = WebSocketLink.REQUEST
            .replace("Host: localhost\r\n", "Host: localhost\r\nOrigin: https://evil.example\r\n")
            .getBytes(UTF_8);

    private static final int SMALL_WINDOW = 2048;

    private final BesiegedServer server;

    WebAttacks(BesiegedServer server) {
        this.server = server;
    }

    /** Connects to the port of the page. */
    List<Attacker> connect(int count, String from) {
        return server.connect(count, from, server.webPort());
    }

    /** Opens WebSockets. */
    List<Attacker> open(int count, String from) {
        return opened(connect(count, from));
    }

    /** The same with names. */
    List<Attacker> join(int count, String from, String name) {
        return named(open(count, from), name);
    }

    /** The same, of which each takes in but little. */
    List<Attacker> joinWithSmallWindows(int count, String from, String name) {
        return named(opened(connectWithSmallWindows(count, from)), name);
    }

    /** Connects, of which each takes in but little. */
    List<Attacker> connectWithSmallWindows(int count, String from) {
        return server.keep(IntStream.range(0, count)
                .mapToObj(i -> Attacker.connects(server.webPort(), from, SMALL_WINDOW))
                .toList());
    }

    private static List<Attacker> opened(List<Attacker> connected) {
        connected.forEach(attacker -> attacker.sends(WebSocketLink.REQUEST));
        awaitText(connected, "name-prompt");
        return connected;
    }

    private static List<Attacker> named(List<Attacker> opened, String name) {
        IntStream.range(0, opened.size())
                .forEach(i -> opened.get(i).sends(Frames.text("/replay off\n/setname " + name + i)));
        awaitText(opened, "name-accepted");
        return opened;
    }

    private static void awaitText(List<Attacker> attackers, String text) {
        BesiegedServer.await(
                attackers, attacker -> !attacker.reads() || attacker.text().contains(text));
    }

    /** Does something again and again, and reads meanwhile, until the last is cut. */
    static void untilCut(List<Attacker> attackers, Consumer<Attacker> what) {
        BesiegedServer.await(attackers, attacker -> {
            what.accept(attacker);
            return !attacker.reads();
        });
    }

    /** Sends to each kind of attackers its bytes again and again, until the last of all is cut. */
    static void untilCut(Map<List<Attacker>, byte[]> floods) {
        BesiegedServer.await(floods.keySet().stream().flatMap(List::stream).toList(), attacker -> {
            floods.forEach((kind, frames) -> {
                if (kind.contains(attacker)) {
                    attacker.pours(frames);
                }
            });
            return !attacker.reads();
        });
    }

    /** Opens WebSockets, or is about to, and cuts the connection. */
    void shakeHandsAndReset(int count, String from) {
        byte[] half = WebSocketLink.REQUEST
                .substring(0, WebSocketLink.REQUEST.length() / 2)
                .getBytes(UTF_8);
        byte[] begun = {(byte) 0x81, (byte) 0xfe, 0x10, 0, 1, 2, 3, 4, 'h', 'i'};
        IntStream.range(0, count).forEach(i -> {
            Attacker attacker = Attacker.connects(server.webPort(), from);
            attacker.sends(i % 4 == 0 ? half : WebSocketLink.REQUEST.getBytes(UTF_8));
            if (i % 4 == 2) {
                awaitText(List.of(attacker), "welcome"); // so that some are in the middle
                attacker.sends(begun);
            }
            if (i % 8 == 3) {
                attacker.endsInput();
                attacker.close();
            } else {
                attacker.resets();
            }
        });
    }

    /** Some bytes, as often as that. */
    static byte[] times(int count, byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        IntStream.range(0, count).forEach(i -> all.writeBytes(bytes));
        return all.toByteArray();
    }
}

package chat.e2e;

import chat.server.net.web.Frames;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A bit of every attack against a server in which Netty follows every buffer: none is forgotten. It is so slow that what
 * others feel is measured elsewhere.
 */
@Tag("long")
class HostileLeaksIT {
    private static final int SOME = 200;
    private static final String HALF_A_REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ";
    private static final String[] DETECTOR = {
        "-Dio.netty.leakDetection.level=paranoid", "-Dio.netty.leakDetection.targetRecords=1"
    };

    @Test
    void shouldForgetNoBuffer() throws IOException, InterruptedException {
        try (BesiegedServer server = new BesiegedServer(DETECTOR)) {
            Attacks attacks = new Attacks(server);
            server.attack(
                    "all with the leak detector",
                    BesiegedServer.BOUND.multipliedBy(10),
                    () -> everything(server, attacks));
            for (int round = 0; round < 3; round++) { // a leak is told when the next buffer is made after its end
                server.collectsGarbage();
                attacks.halfCloseAndReset(SOME, "127.9.2.1");
            }
            server.assertNotLogged("LEAK");
        }
    }

    @Test
    void shouldForgetNoBufferOfThePage() throws IOException, InterruptedException {
        try (BesiegedServer server = BesiegedServer.withPage(DETECTOR)) {
            WebAttacks attacks = new WebAttacks(server);
            server.attack(
                    "all at the page with the leak detector",
                    BesiegedServer.BOUND.multipliedBy(10),
                    () -> everythingAtThePage(server, attacks));
            for (int round = 0; round < 3; round++) {
                server.collectsGarbage();
                attacks.shakeHandsAndReset(SOME, "127.9.2.8");
            }
            server.assertNotLogged("LEAK");
        }
    }

    private static void everythingAtThePage(BesiegedServer server, WebAttacks attacks) {
        attacks.connect(SOME, "127.9.2.9").forEach(attacker -> attacker.sends(HALF_A_REQUEST));
        new Attacks(server).send(WebAttacks.FOREIGN, SOME, "127.9.2.9", server.webPort());
        byte[] requests = WebAttacks.times(50, Attacks.HTTP);
        attacks.connectWithSmallWindows(50, "127.9.2.9").forEach(attacker -> attacker.pours(requests));
        byte[] questions = WebAttacks.times(100, Frames.text("/cmd\n/history"));
        attacks.joinWithSmallWindows(20, "127.9.2.9", "mute").forEach(attacker -> attacker.pours(questions));
        byte[] begun = Frames.part(Frames.TEXT, "half a message");
        byte[] tooLong = WebAttacks.times(100, Frames.part(Frames.CONTINUATION, "x".repeat(200)));
        attacks.join(20, "127.9.2.9", "half").forEach(attacker -> attacker.sends(begun));
        attacks.join(20, "127.9.2.9", "long").forEach(attacker -> {
            attacker.sends(begun);
            attacker.pours(tooLong);
        });
        byte[] pings = WebAttacks.times(200, Frames.last(Frames.PING, new byte[125]));
        attacks.join(20, "127.9.2.9", "ping").forEach(attacker -> attacker.pours(pings));
        server.letGo();
    }

    private static void everything(BesiegedServer server, Attacks attacks) {
        byte[] hello = Attacks.clientHello();
        server.connect(SOME, "127.9.2.2", server.tlsPort()).forEach(attacker -> attacker.sends(hello));
        attacks.send(hello, SOME, "127.9.2.3", server.port());
        attacks.send(Attacks.HTTP, SOME, "127.0.2.1", server.port()); // most of them too often
        attacks.send(Attacks.HTTP, SOME, "127.0.2.2", server.tlsPort());
        attacks.send(Attacks.HTTP, SOME, "127.9.2.3", server.port());
        attacks.send(Attacks.HTTP, SOME, "127.9.2.3", server.tlsPort());
        attacks.send(Attacks.PROXY_V1, SOME, "127.9.2.3", server.port());
        attacks.send(Attacks.PROXY_V2, SOME, "127.9.2.3", server.tlsPort());
        attacks.shakeHandsAndCut(SOME, "127.9.2.4");
        attacks.vanish(SOME, 9);
        attacks.halfCloseAndReset(SOME, "127.9.2.6");
        attacks.flood(10, "127.9.2.7");
        attacks.askAndNotRead(20, 1000);
        server.letGo();
    }
}

package chat.e2e;

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

    @Test
    void shouldForgetNoBuffer() throws IOException, InterruptedException {
        try (BesiegedServer server = new BesiegedServer(
                "-Dio.netty.leakDetection.level=paranoid", "-Dio.netty.leakDetection.targetRecords=1")) {
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

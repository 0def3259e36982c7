package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built client, a server whose certificate nobody vouches for, and a person or a script in between. */
class TlsClientIT {
    @TempDir
    private Path folder;

    private Program server;
    private String port;
    private String key;

    @BeforeEach
    void start() {
        server = Program.server(
                "--port",
                "0",
                "--bind",
                "127.0.0.1",
                "--tls-port",
                "0",
                "--tls-self-signed",
                "--tls-cert",
                folder.resolve("c.pem").toString(),
                "--tls-key",
                folder.resolve("k.pem").toString());
        port = Integer.toString(server.tlsPort());
        String line = server.await("the fingerprint of its key is");
        key = line.substring(line.indexOf("SHA256:"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldShowAPersonTheKeyOnce() throws IOException {
        try (Terminal ann = terminal()) {
            ann.shows("Type yes to connect and remember it");
            assertThat(ann.screen()).contains(key);
            ann.types("yes");
            ann.shows("TLS, known key");
        }
        assertThat(Files.readString(folder.resolve("chat-client/known-servers")))
                .isEqualTo("localhost:" + port + " " + key + "\n");
        try (Terminal ann = terminal()) {
            ann.shows("TLS, known key");
            assertThat(ann.screen()).doesNotContain("Type yes");
        }
    }

    @Test
    void shouldLeaveWhenThePersonDoesNotKnowTheKey() {
        try (Terminal ann = terminal()) {
            ann.shows("Type yes to connect and remember it");
            ann.types("no");
            assertThat(ann.exitCode()).isEqualTo(1);
        }
        assertThat(folder.resolve("chat-client/known-servers")).doesNotExist();
    }

    @Test
    void shouldTellAScriptHowItIsDone() throws InterruptedException {
        try (Program client = script("--tls")) {
            client.isPiped("hi\n");
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(String.join(" ", client.err())).contains("add --tls-fingerprint " + key);
        }
    }

    @Test
    void shouldLetAScriptNameTheKeyOrTheCertificate() throws InterruptedException {
        try (Program client = script("--tls-fingerprint", key)) {
            client.isPiped("hi\n");
            assertThat(client.exitCode()).isZero();
        }
        try (Program client = script("--tls-ca", folder.resolve("c.pem").toString())) {
            client.isPiped("hi\n");
            assertThat(client.exitCode()).isZero();
        }
    }

    private Terminal terminal() {
        List<String> command = new ArrayList<>(List.of("env", "XDG_STATE_HOME=" + folder));
        command.addAll(
                Program.command(Program.thisJava(), "chat.client.jar", "--tls", "--name", "ann", "localhost", port));
        return new Terminal(command);
    }

    private Program script(String... flags) {
        List<String> arguments = new ArrayList<>(List.of(flags));
        arguments.addAll(List.of("--name", "bot", "localhost", port));
        return Program.client(arguments.toArray(String[]::new));
    }
}

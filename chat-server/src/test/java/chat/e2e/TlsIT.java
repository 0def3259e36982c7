package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built server, and programs that speak TLS in their own way. */
class TlsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void shouldTalkToOpenssl(String version) throws InterruptedException {
        try (Program server = server();
                Program ann = openssl(server, version, "-quiet", "-verify_return_error")) {
            ann.types("/setname ann\n");
            ann.await("Name accepted: you are ann.");
            ann.types("/quit\n");
            ann.await("You have left the chat");
            assertThat(ann.exitCode()).isZero();
        }
    }

    @Test
    void shouldRefuseOldVersionsAndWeakCiphers() throws InterruptedException {
        try (Program server = server();
                Program old = openssl(server, "-tls1_1", "-cipher", "ALL:@SECLEVEL=0");
                Program weak = openssl(server, "-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA256")) {
            assertThat(old.exitCode()).isNotZero();
            assertThat(String.join("\n", old.err())).contains("alert protocol version");
            assertThat(weak.exitCode()).isNotZero();
            assertThat(String.join("\n", weak.err())).contains("alert handshake failure");
        }
    }

    @Test
    void shouldRefuseAnotherHandshakeInTheMiddle() throws InterruptedException {
        try (Program server = server();
                Program eve = openssl(server, "-tls1_2")) {
            eve.await("Please choose a name");
            eve.types("R\n");
            eve.exitCode();
            assertThat(String.join("\n", eve.err())).contains("alert");
        }
    }

    @Test
    void shouldTalkToGnutls() {
        assumeTrue(installed("gnutls-cli"), "gnutls-cli is not installed");
        try (Program server = server();
                Program ann = Program.other(
                        "gnutls-cli",
                        "--x509cafile",
                        folder.resolve("c.pem").toString(),
                        "-p",
                        Integer.toString(server.tlsPort()),
                        "localhost")) {
            ann.types("/setname ann\n/quit\n");
            ann.await("You have left the chat");
            ann.await("Peer has closed the GnuTLS connection");
        }
    }

    @Test
    void shouldKeepItsKey() throws InterruptedException {
        String first;
        try (Program server = server()) {
            first = fingerprint(server);
        }
        try (Program server = server()) {
            assertThat(fingerprint(server)).isEqualTo(first);
        }
    }

    private static String fingerprint(Program server) {
        String line = server.await("the fingerprint of its key is");
        return line.substring(line.indexOf("SHA256:"));
    }

    @Test
    void shouldSpeakTlsOnly() {
        try (Program server = server("--no-plain")) {
            int port = server.tlsPort();
            server.await("the fingerprint of its key is");
            assertThat(server.out()).noneMatch(line -> line.contains("Listening on port"));
            Person.joins("ann", Door.tls(Door.plain(port)), Person.LF).close();
        }
    }

    @Test
    void shouldSayWhatIsWrongWithTheCertificate() throws IOException, InterruptedException {
        Path broken = Files.writeString(folder.resolve("broken.pem"), "not yet");
        try (Program server = Program.server(
                "--port", "0", "--tls-port", "0", "--tls-cert", broken.toString(), "--tls-key", broken.toString())) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.err())
                    .containsExactly("Cannot use the TLS certificate in " + broken + " with the key in " + broken
                            + ": there is no certificate in it"
                            + " (expected: PEM, -----BEGIN CERTIFICATE-----).");
        }
        try (Program server = Program.server("--tls-port", "0")) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.err().get(0)).startsWith("--tls-port: needs a certificate");
        }
    }

    private Program server(String... more) {
        List<String> flags = new ArrayList<>(List.of("--port", "0", "--bind", "127.0.0.1", "--tls-port", "0"));
        flags.addAll(List.of(
                "--tls-self-signed", "--tls-cert", folder.resolve("c.pem").toString()));
        flags.addAll(List.of("--tls-key", folder.resolve("k.pem").toString()));
        flags.addAll(List.of(more));
        return Program.server(flags.toArray(String[]::new));
    }

    private Program openssl(Program server, String... more) {
        assumeTrue(installed("openssl"), "openssl is not installed");
        List<String> command = new ArrayList<>(List.of("openssl", "s_client", "-connect"));
        command.add("localhost:" + server.tlsPort());
        command.addAll(List.of("-CAfile", folder.resolve("c.pem").toString(), "-verify_hostname", "localhost"));
        command.addAll(List.of(more));
        return Program.other(command.toArray(String[]::new));
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}

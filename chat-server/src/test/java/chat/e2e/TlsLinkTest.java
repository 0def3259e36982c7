package chat.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.client.link.Farewell;
import chat.client.link.LinkSettings;
import chat.client.link.LinkState;
import chat.client.link.ServerLink;
import chat.client.tls.Encryption;
import chat.client.tls.FirstMeeting;
import chat.client.tls.KnownServers;
import chat.common.UserName;
import chat.common.net.Fingerprint;
import chat.server.ChatServer;
import chat.server.net.tls.IdentityFiles;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the client knows that a server is the one that is meant. */
class TlsLinkTest {
    private static final String OTHER_KEY = "SHA256:wyjvhXHdUaAuNICD3jbG3p+X4me2Nb+grguPpOzxNJE";

    @TempDir
    private Path folder;

    private final List<String> questions = new ArrayList<>();
    private ChatServer server;
    private KnownServers known;

    private void serve(IdentityFiles files) throws IOException {
        server = TestServer.startWithTls(files);
        known = new KnownServers(folder.resolve("known-servers"));
    }

    private void serveSelfSigned() throws IOException {
        serve(TestServer.selfSigned(folder));
    }

    /** Another key, on the same port. */
    private void exchangeTheServer() throws IOException {
        TestServer.selfSigned(Files.createDirectory(folder.resolve("other")));
        Files.copy(folder.resolve("other/cert.pem"), Files.newOutputStream(folder.resolve("cert.pem")));
        Files.copy(folder.resolve("other/key.pem"), Files.newOutputStream(folder.resolve("key.pem")));
        server.certificates().orElseThrow().look();
        server.certificates().orElseThrow().look();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldTalkToTheServerWithTheKeyThatWasAskedFor() throws IOException {
        serveSelfSigned();
        Encryption encryption = encryption(new Encryption.Choice(key(), null));
        assertThat(encryption.words()).isEqualTo("TLS, known key");
        assertTalks(encryption);
    }

    @Test
    void shouldNotTalkToAServerWithAnotherKey() throws IOException {
        serveSelfSigned();
        assertThat(sentence(new Encryption.Choice(new Fingerprint(OTHER_KEY), null)))
                .isEqualTo("its key is " + key() + " (expected: " + OTHER_KEY + ", as --tls-fingerprint says)");
    }

    @Test
    void shouldTalkToAServerThatANamedAuthorityVouchesFor() throws IOException {
        serveSelfSigned();
        Encryption encryption = encryption(new Encryption.Choice(null, folder.resolve("cert.pem")));
        assertThat(encryption.words()).isEqualTo("TLS");
        assertTalks(encryption);
    }

    @Test
    void shouldNotTalkToAServerThatAnotherAuthorityVouchesFor() throws IOException {
        serveSelfSigned();
        TestServer.selfSigned(Files.createDirectory(folder.resolve("third")));
        Path authority = folder.resolve("third/cert.pem");
        known.remember("localhost:" + port(), key()); // the authority counts alone
        assertThat(sentence(new Encryption.Choice(null, authority)))
                .isEqualTo("no certificate in " + authority
                        + " vouches for it (its certificate is signed by itself or by somebody unknown)");
    }

    @Test
    void shouldNotTalkToAServerOfAnotherName() throws Exception {
        X509Bundle authority = new CertificateBuilder()
                .subject("CN=authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        X509Bundle elsewhere = new CertificateBuilder()
                .subject("CN=elsewhere.example.org")
                .addSanDnsName("elsewhere.example.org")
                .buildIssuedBy(authority);
        Path certificate = Files.writeString(folder.resolve("cert.pem"), elsewhere.getCertificatePathPEM());
        Path key = Files.writeString(folder.resolve("key.pem"), elsewhere.getPrivateKeyPEM());
        Path root = Files.writeString(folder.resolve("root.pem"), authority.getCertificatePathPEM());
        serve(new IdentityFiles(certificate, key));
        assertThat(sentence(new Encryption.Choice(null, root)))
                .isEqualTo("no certificate in " + root + " vouches for it (its certificate is for another name)");
    }

    @Test
    void shouldNotTalkToAServerThatNobodyKnows() throws IOException {
        serveSelfSigned();
        assertThat(sentence(new Encryption.Choice(null, null)))
                .isEqualTo("nobody that this system trusts vouches for it (its certificate is signed by itself or by"
                        + " somebody unknown). Its key is " + key() + ". If the server's log says the same, add"
                        + " --tls-fingerprint " + key()
                        + ", or connect once from a terminal to have it remembered");
    }

    @Test
    void shouldAskOnceAndRemember() throws IOException {
        serveSelfSigned();
        Encryption encryption = encryption(new Encryption.Choice(null, null));
        assertThat(meet(encryption, "yes")).isTrue();
        assertThat(questions)
                .singleElement()
                .asString()
                .contains("vouches for localhost port " + port() + ". Its key is\n  " + key() + "\n");
        assertThat(meet(encryption, "no")).as("there is no second question").isTrue();
        assertThat(questions).hasSize(1);
        assertTalks(encryption);
        assertThat(encryption.words()).isEqualTo("TLS, known key");
    }

    @Test
    void shouldTakeTheKeyItselfForAYes() throws IOException {
        serveSelfSigned();
        assertThat(meet(encryption(new Encryption.Choice(null, null)), key() + "="))
                .isTrue();
        assertThat(known.key("localhost:" + port())).contains(key());
    }

    @Test
    void shouldNotRememberWhomThePersonDoesNotTrust() throws IOException {
        serveSelfSigned();
        Encryption encryption = encryption(new Encryption.Choice(null, null));
        for (String answer : List.of("", "no", "y", OTHER_KEY)) {
            assertThat(meet(encryption, answer)).isFalse();
        }
        assertThat(questions).hasSize(4);
        assertThat(known.key("localhost:" + port())).isEmpty();
    }

    /** As when the server was not there yet at the client's start, when it would have been a question. */
    @Test
    void shouldTellAPersonAtATerminalToStartAgain() throws IOException {
        serveSelfSigned();
        Encryption encryption = encryption(new Encryption.Choice(null, null));
        assertThat(meet(encryption, "no")).isFalse();
        assertThat(farewell(encryption, port(), true).sentence())
                .endsWith("add --tls-fingerprint " + key()
                        + ", or start the client again to be asked whether it is the one.");
    }

    @Test
    void shouldStopWhenTheKeyHasChanged() throws IOException {
        serveSelfSigned();
        Encryption encryption = encryption(new Encryption.Choice(null, null));
        assertThat(meet(encryption, "yes")).isTrue();
        Fingerprint before = key();
        exchangeTheServer();
        assertThat(meet(encryption, "yes")).as("it is not a question").isTrue();
        assertThat(questions).hasSize(1);
        assertThat(sentence(new Encryption.Choice(null, null)))
                .isEqualTo("its key has changed. It was " + before + ", and is now " + key()
                        + ". Either the server has a new key, or somebody else answers in its place. Ask who runs it;"
                        + " if the new key is right, take the line of this server out of " + known);
    }

    @Test
    void shouldStopWhenAnAuthorityVouchesNoMore() throws IOException {
        serveSelfSigned();
        known.rememberAuthority("localhost:" + port());
        Encryption encryption = encryption(new Encryption.Choice(null, null));
        assertThat(meet(encryption, "yes")).isTrue();
        assertThat(questions).isEmpty();
        assertThat(sentence(new Encryption.Choice(null, null)))
                .startsWith("an authority that this system trusts used to vouch for it, and does not any more");
    }

    @Test
    void shouldSayThatAPortSpeaksNoTls() throws IOException {
        serveSelfSigned();
        int plain = server.plainAddress().orElseThrow().getPort();
        Encryption encryption = Encryption.to("localhost", plain, new Encryption.Choice(null, null), known);
        assertThat(farewell(encryption, plain, false).sentence())
                .isEqualTo("Cannot connect to localhost port " + plain + ": that port does not speak TLS.");
    }

    @Test
    void shouldSayWhatIsWrongWithAFileOfAuthorities() throws IOException {
        serveSelfSigned();
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> encryption(new Encryption.Choice(null, empty)))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no certificate in it");
        assertThatThrownBy(() -> encryption(new Encryption.Choice(null, folder.resolve("nowhere.pem"))))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no such file");
    }

    @Test
    void shouldSayHowToConnectWhenTheKeyCannotBeKept() throws IOException {
        serveSelfSigned();
        Path notAFolder = Files.createSymbolicLink(folder.resolve("state"), folder.resolve("nowhere"));
        KnownServers nowhere = new KnownServers(notAFolder.resolve("known-servers"));
        Encryption encryption = Encryption.to("localhost", port(), new Encryption.Choice(null, null), nowhere);
        assertThatThrownBy(() -> meet(encryption, "yes"))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "Cannot write to " + nowhere + ". To connect without it, add --tls-fingerprint " + key() + ".");
    }

    @Test
    void shouldNotConnectWhenNobodyCanTellWhetherTheServerIsKnown() throws IOException {
        serveSelfSigned();
        Path file = Files.writeString(folder.resolve("damaged"), "localhost:" + port() + " SHA256:\n");
        Encryption encryption =
                Encryption.to("localhost", port(), new Encryption.Choice(null, null), new KnownServers(file));
        assertThat(farewell(encryption, port(), false).sentence())
                .startsWith("Cannot connect to localhost port " + port() + ": nobody can tell whether it is known: "
                        + file + ", line 1, is damaged");
        assertThatThrownBy(() -> meet(encryption, "yes"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "Nobody can tell whether the server is known: " + file + ", line 1, is damaged");
        assertThat(questions).isEmpty();
    }

    private Fingerprint key() {
        return server.certificates().orElseThrow().fingerprint();
    }

    private int port() {
        return server.tlsAddress().orElseThrow().getPort();
    }

    private Encryption encryption(Encryption.Choice choice) throws IOException {
        return Encryption.to("localhost", port(), choice, known);
    }

    private boolean meet(Encryption encryption, String answer) throws IOException {
        return new FirstMeeting(encryption, question -> {
                    questions.add(question);
                    return answer;
                })
                .goesOn();
    }

    private void assertTalks(Encryption encryption) {
        Listener heard = new Listener();
        LinkSettings settings = new LinkSettings("localhost", port(), UserName.of("ann"), true);
        try (Person bob = Person.joins("bob", Door.tls(Door.plain(port())), Person.LF);
                ServerLink link = ServerLink.to(settings, heard, encryption)) {
            link.start();
            link.send("hi").orTimeout(Inbox.PATIENCE.toSeconds(), SECONDS).join();
            bob.reads("ann: hi");
            link.leave();
            assertThat(link.ended()
                            .orTimeout(Inbox.PATIENCE.toSeconds(), SECONDS)
                            .join()
                            .how())
                    .isEqualTo(Farewell.How.LEFT);
        }
    }

    /** Why there is no connection, and will be none. */
    private String sentence(Encryption.Choice choice) throws IOException {
        Farewell farewell = farewell(encryption(choice), port(), true);
        assertThat(farewell.how()).isEqualTo(Farewell.How.REFUSED);
        String place = "Cannot connect to localhost port " + port() + ": ";
        assertThat(farewell.sentence()).startsWith(place).endsWith(".");
        return farewell.sentence().substring(place.length(), farewell.sentence().length() - 1);
    }

    private static Farewell farewell(Encryption encryption, int port, boolean again) {
        Listener heard = new Listener();
        LinkSettings settings = new LinkSettings("localhost", port, UserName.of("ann"), again);
        try (ServerLink link = ServerLink.to(settings, heard, encryption)) {
            link.start();
            Farewell farewell =
                    link.ended().orTimeout(Inbox.PATIENCE.toSeconds(), SECONDS).join();
            assertThat(heard.states()).doesNotHaveAnyElementsOfTypes(LinkState.Waiting.class, LinkState.Online.class);
            return farewell;
        }
    }
}

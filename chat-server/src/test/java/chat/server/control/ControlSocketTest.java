package chat.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
    @TempDir
    private Path directory;

    private Path file;
    private ControlSocket socket;

    @BeforeEach
    void open() throws IOException {
        file = directory.resolve("chat.sock");
        socket = ControlSocket.open(file, ControlSocketTest::echo);
    }

    @AfterEach
    void close() {
        socket.close();
    }

    private static CompletableFuture<ControlReply> echo(List<String> words, String user) {
        if (words.get(0).equals("break")) {
            throw new IllegalStateException("broken on purpose");
        }
        return CompletableFuture.completedFuture(
                words.get(0).equals("no")
                        ? ControlReply.failed("That is not possible.")
                        : ControlReply.done(List.of(String.join("|", words), user)));
    }

    @Test
    void shouldBringWordsThereAndLinesBack() throws IOException {
        ControlReply reply = ControlClient.ask(file, List.of("kick", "bob", "because of läрм"));
        assertThat(reply.done()).isTrue();
        assertThat(reply.lines()).containsExactly("kick|bob|because of läрм", System.getProperty("user.name"));
        assertThat(ControlClient.ask(file, List.of("no"))).isEqualTo(ControlReply.failed("That is not possible."));
    }

    @Test
    void shouldBeForItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void shouldTakeThePlaceOfWhatAKilledServerHasLeft() throws IOException {
        try (ControlSocket next = ControlSocket.open(file, ControlSocketTest::echo)) {
            assertThat(ControlClient.ask(file, List.of("users")).done()).isTrue();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void shouldAnswerMoreThanItServesAtATime() {
        List<CompletableFuture<ControlReply>> replies = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> ask("users")))
                .toList();
        assertThat(replies)
                .allSatisfy(reply ->
                        assertThat(reply.get(10, TimeUnit.SECONDS).done()).isTrue());
    }

    private ControlReply ask(String word) {
        try {
            return ControlClient.ask(file, List.of(word));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldGoOnAfterAMistake() throws IOException {
        assertThat(ControlClient.ask(file, List.of("break")))
                .isEqualTo(ControlReply.failed("The server made a mistake, and that was not done."));
        assertThat(ControlClient.ask(file, List.of("users")).done()).isTrue();
    }

    @Test
    void shouldRefuseARequestWithoutEnd() throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(file));
            ByteBuffer junk = StandardCharsets.UTF_8.encode("x".repeat(ControlWire.MOST_REQUEST + 1));
            channel.write(junk);
            assertThat(channel.read(ByteBuffer.allocate(16))).as("the end").isEqualTo(-1);
        } catch (IOException e) {
            assertThat(e).as("it was closed while we wrote").hasMessageMatching("(Broken pipe|Connection reset.*)");
        }
        assertThat(ControlClient.ask(file, List.of("users")).done()).isTrue();
    }

    @Test
    void shouldSayWhenNoServerIsThere() {
        socket.close();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ControlClient.ask(file, List.of("users")))
                .withMessage(
                        "There is no " + file
                                + ": no server runs with that directory. Say with --data where the running one keeps its rooms.");
    }
}

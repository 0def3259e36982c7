package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.client.link.LinkSettings;
import chat.client.link.LinkState;
import chat.client.link.Missed;
import chat.client.link.ServerLink;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.event.PrivateSent;
import chat.common.event.Received;
import chat.common.event.Said;
import chat.server.ChatServer;
import chat.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's link and the real server: back in its rooms, it has missed nothing and tells nothing twice. */
@Execution(ExecutionMode.CONCURRENT) // it waits for clients that come back
class LinkRoomsTest {
    private static final RoomName STAFF = new RoomName("staff");
    private static final RoomName VAULT = new RoomName("vault");

    private final Listener heard = new Listener();

    @TempDir
    private Path data;

    private ChatServer server() throws IOException {
        return ChatServer.start(TestServer.config().withReplay(20).withStore(StoreSettings.in(data)));
    }

    private ServerLink link(int port) {
        ServerLink link = ServerLink.to(new LinkSettings("127.0.0.1", port, UserName.of("ann"), true), heard);
        link.start();
        heard.awaitOnline(1);
        return link;
    }

    private static int port(ChatServer server) {
        return server.address().getPort();
    }

    /** What people have said in a room, as the link has told it. */
    private List<String> said(RoomName room) {
        return heard.events().stream()
                .filter(received -> received.event() instanceof Message message
                        && message.room().equals(room))
                .map(received -> ((Message) received.event()).text())
                .toList();
    }

    private static Received answer(CompletableFuture<Received> answer) {
        await().atMost(Listener.PATIENCE).until(answer::isDone);
        return answer.join();
    }

    @Test
    void shouldHearWhatItHasMissedBeforeItIsBack() throws IOException {
        try (ChatServer server = server();
                Proxy proxy = new Proxy(port(server));
                Person bob = Person.joins("bob", port(server));
                ServerLink link = link(proxy.port())) {
            answer(link.send("/join staff"));
            bob.types("/join staff");
            bob.types("one");
            await().until(() -> said(STAFF).equals(List.of("one")));
            proxy.stalls();
            proxy.losesClients();
            bob.types("two");
            bob.types("/room lobby");
            bob.types("three");
            bob.types("/room staff");
            bob.roundTrip();
            CompletableFuture<Received> typed = link.send("four");
            proxy.resumes();

            assertThat(answer(typed).event()).isEqualTo(new Said(STAFF));
            assertThat(said(STAFF)).containsExactly("one", "two");
            assertThat(said(RoomName.LOBBY)).containsExactly("three");
            assertThat(heard.missed()).containsExactly(new Missed(2, List.of(), STAFF));
            assertThat(heard.events())
                    .filteredOn(Received::replay)
                    .filteredOn(received -> received.event() instanceof Message)
                    .hasSize(2);
        }
    }

    @Test
    void shouldBeInAllOfItsRoomsAgainWhenTheServerWasRestarted() throws IOException {
        ChatServer first = server();
        try (Proxy proxy = new Proxy(port(first));
                ServerLink link = link(proxy.port())) {
            answer(link.send("/join vault"));
            answer(link.send("/lock"));
            answer(link.send("secret"));
            answer(link.send("/join staff"));
            try (Person bob = Person.joins("bob", port(first))) {
                bob.types("/join staff");
                bob.types("one");
                await().until(() -> said(STAFF).equals(List.of("one")));
                proxy.stalls();
                bob.types("two");
                bob.types("/room lobby");
                bob.types("three");
                bob.roundTrip();
            }
            first.close();
            proxy.resets();
            heard.awaitState(LinkState.Waiting.class::isInstance); // else it may be sent to a server that is gone
            CompletableFuture<Received> typed = link.send("four");
            try (ChatServer second = server()) {
                proxy.leadsTo(port(second));
                proxy.resumes();

                assertThat(answer(typed).event()).isEqualTo(new Said(STAFF));
                assertThat(said(STAFF)).containsExactly("one", "two");
                assertThat(said(RoomName.LOBBY)).containsExactly("three");
                assertThat(said(VAULT)).as("its own words").isEmpty();
                assertThat(heard.missed()).containsExactly(new Missed(2, List.of(), STAFF));
                answer(link.send("/room vault"));
                assertThat(answer(link.send("five")).event()).isEqualTo(new Said(VAULT));
            }
        }
    }

    @Test
    void shouldHandBackOnlyWhatIsForARoomThatDoesNotLetItIn() throws IOException {
        ChatServer first = server();
        try (Proxy proxy = new Proxy(port(first));
                ServerLink link = link(proxy.port())) {
            try (Person bob = Person.joins("bob", port(first))) {
                bob.types("/join vault");
                bob.types("/lock");
                bob.types("/invite ann");
                bob.roundTrip();
                answer(link.send("/join vault"));
            }
            first.close();
            proxy.stalls();
            proxy.resets();
            heard.awaitState(LinkState.Waiting.class::isInstance); // else it may be sent to a server that is gone
            CompletableFuture<Received> secret = link.send("secret");
            CompletableFuture<Received> letter = link.send("/private bob psst");
            try (ChatServer second = server();
                    Person bob = Person.joins("bob", port(second))) {
                proxy.leadsTo(port(second));
                proxy.resumes();

                assertThat(answer(letter).event()).isEqualTo(new PrivateSent(UserName.of("bob")));
                bob.reads("ann(private): psst");
                assertThat(secret).isCompletedExceptionally();
                assertThat(heard.handedBack()).containsExactly("secret");
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void shouldMissNothingAndTellNothingTwiceWhateverIsCut(long seed) throws IOException {
        Random random = new Random(seed);
        List<RoomName> rooms = List.of(RoomName.LOBBY, STAFF);
        List<List<String>> bobs = List.of(new ArrayList<>(), new ArrayList<>());
        List<CompletableFuture<Received>> anns = new ArrayList<>();
        ChatServer server = server();
        try (Proxy proxy = new Proxy(port(server));
                ServerLink link = link(proxy.port())) {
            answer(link.send("/join staff"));
            Person bob = Person.joins("bob", port(server));
            bob.types("/join staff");
            int room = 1;
            for (int cut = 0; cut < 4; cut++) {
                int lines = random.nextInt(200);
                for (int i = 0; i < lines; i++) {
                    if (random.nextInt(5) == 0) {
                        room = random.nextInt(2);
                        bob.types("/room " + rooms.get(room));
                    }
                    String text = "bob " + cut + "-" + i;
                    bob.types(text);
                    bobs.get(room).add(text);
                    if (random.nextInt(10) == 0) {
                        anns.add(link.send("ann " + cut + "-" + i));
                    }
                    if (i == lines / 2 && random.nextBoolean()) {
                        proxy.losesClients();
                    } else if (i == lines / 2) {
                        proxy.resets();
                    }
                }
                bob.roundTrip();
                if (cut == 1) {
                    bob.close();
                    server.close();
                    server = server();
                    proxy.leadsTo(port(server));
                    bob = Person.joins("bob", port(server));
                    bob.types("/join staff");
                    room = 1;
                }
            }
            await().atMost(Duration.ofSeconds(25)).untilAsserted(() -> {
                assertThat(said(RoomName.LOBBY)).isEqualTo(bobs.get(0));
                assertThat(said(STAFF)).isEqualTo(bobs.get(1));
            });
            await().atMost(Listener.PATIENCE).until(() -> anns.stream().allMatch(CompletableFuture::isDone));
            bob.close();
        } finally {
            server.close();
        }
    }
}

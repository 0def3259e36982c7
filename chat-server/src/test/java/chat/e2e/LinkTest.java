package chat.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.Farewell;
import chat.client.link.LinkSettings;
import chat.client.link.LinkState;
import chat.client.link.LinkState.Dialect;
import chat.client.link.ServerLink;
import chat.common.UserName;
import chat.common.event.CommandList;
import chat.common.event.Message;
import chat.common.event.PrivateMessage;
import chat.common.event.Received;
import chat.common.event.Repeated;
import chat.common.event.Said;
import chat.server.ChatServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's link and the real server, with a network between them that can be cut. */
@Execution(ExecutionMode.CONCURRENT)
class LinkTest {
    private static final UserName ANN = UserName.of("ann");

    private final Listener heard = new Listener();

    private ServerLink link(int port) {
        ServerLink link = ServerLink.to(new LinkSettings("127.0.0.1", port, ANN, true), heard);
        link.start();
        return link;
    }

    private static int port(ChatServer server) {
        return server.address().getPort();
    }

    private static List<CompletableFuture<Received>> send(ServerLink link, int from, int to) {
        List<CompletableFuture<Received>> answers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            answers.add(link.send("line " + i));
        }
        return answers;
    }

    private static void assertTaken(List<CompletableFuture<Received>> answers) {
        for (CompletableFuture<Received> answer : answers) {
            assertThat(answer.orTimeout(Listener.PATIENCE.toSeconds(), SECONDS)
                            .join()
                            .event())
                    .isInstanceOfAny(Said.class, Repeated.class);
        }
    }

    private static void reads(Person person, int from, int to) {
        for (int i = from; i < to; i++) {
            person.reads("ann: line " + i);
        }
    }

    @Test
    void shouldTalkAndLeave() throws IOException {
        try (ChatServer server = TestServer.start();
                Person bob = Person.joins("bob", port(server));
                ServerLink link = link(port(server))) {
            assertTaken(send(link, 0, 1000));
            reads(bob, 0, 1000);
            bob.types("hello");
            bob.types("/private ann psst");
            bob.reads("Sent to ann.");
            assertThat(link.ask("/cmd").join().event()).isInstanceOf(CommandList.class);

            link.leave();

            assertThat(link.ended().join()).isEqualTo(new Farewell(Farewell.How.LEFT, ""));
            assertThat(heard.events())
                    .anySatisfy(received -> assertThat(received.event()).isInstanceOf(Message.class));
            assertThat(heard.events())
                    .anySatisfy(received -> assertThat(received.event()).isInstanceOf(PrivateMessage.class));
            assertThat(heard.states())
                    .startsWith(new LinkState.Connecting(1), new LinkState.Online(ANN, Dialect.JSON, false));
            assertThat(heard.plain()).isEmpty();
            assertThat(link.unconfirmed()).isZero();
        }
    }

    @Test
    void shouldBringEachLineOnceThoughTheNetworkIsCutAgainAndAgain() throws IOException {
        try (ChatServer server = TestServer.start();
                Proxy proxy = new Proxy(port(server));
                Person bob = Person.joins("bob", port(server));
                ServerLink link = link(proxy.port())) {
            List<CompletableFuture<Received>> answers = new ArrayList<>();
            for (int cut = 1; cut <= 4; cut++) {
                heard.awaitOnline(cut);
                answers.addAll(send(link, (cut - 1) * 500, cut * 500));
                if (cut % 2 == 0) {
                    proxy.resets();
                } else {
                    proxy.losesClients(); // the server believes that all is well
                }
            }
            assertTaken(answers);
            reads(bob, 0, 2000);
            assertThat(heard.handedBack()).isEmpty();
        }
    }

    @Test
    void shouldTakeItsNameFromItsOwnGhostAtOnce() throws IOException {
        try (ChatServer server = TestServer.start();
                Proxy proxy = new Proxy(port(server));
                ServerLink link = link(proxy.port())) {
            heard.awaitOnline(1);
            proxy.losesClients(); // the server does not learn of it

            heard.awaitOnline(2);
            assertTaken(send(link, 0, 5));
            assertThat(heard.states()).noneMatch(LinkState.Unnamed.class::isInstance);
            assertThat(proxy.connections()).isEqualTo(2);
        }
    }

    @Test
    void shouldNoticeASilentNetworkAndDeliverOnceWhenAllComesLate() throws IOException {
        try (ChatServer server = TestServer.start();
                Proxy proxy = new Proxy(port(server));
                Person bob = Person.joins("bob", port(server));
                ServerLink link = link(proxy.port())) {
            heard.awaitOnline(1);
            assertTaken(send(link, 0, 10));
            proxy.stalls();
            List<CompletableFuture<Received>> answers = send(link, 10, 20);

            heard.awaitState(LinkState.Waiting.class::isInstance);
            answers.addAll(send(link, 20, 30));
            proxy.resumes(); // the old connection delivers what it held back, as the new one comes

            assertTaken(answers);
            reads(bob, 0, 30);
            bob.roundTrip();
            assertThat(bob.inbox().unread()).isEmpty();
            assertThat(heard.handedBack()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldFindAServerThatWasRestarted(boolean told) throws IOException {
        ChatServer first = TestServer.start();
        try (Proxy proxy = new Proxy(port(first));
                ServerLink link = link(proxy.port())) {
            heard.awaitOnline(1);
            assertTaken(send(link, 0, 10));
            if (!told) {
                proxy.resets();
            }
            first.close();
            heard.awaitState(LinkState.Waiting.class::isInstance);
            List<CompletableFuture<Received>> meanwhile = send(link, 10, 20);
            try (ChatServer second = TestServer.start();
                    Person bob = Person.joins("bob", port(second))) {
                proxy.leadsTo(port(second));
                assertTaken(meanwhile);
                reads(bob, 10, 20);
                assertThat(heard.timesOnline()).isEqualTo(2);
                assertThat(heard.handedBack()).isEmpty();
            }
        }
    }

    @Test
    void shouldGetAlongWithAServerThatKnowsPlainTextOnly() throws IOException {
        try (PlainServer server = new PlainServer();
                ServerLink link = link(server.port())) {
            heard.awaitOnline(1);
            assertThat(heard.states()).endsWith(new LinkState.Online(ANN, Dialect.TEXT, false));
            List<CompletableFuture<Received>> answers = send(link, 0, 1000);
            link.leave();
            assertTaken(answers);
            assertThat(link.ended().join().how()).isEqualTo(Farewell.How.LEFT);
            assertThat(server.said()).hasSize(1000).startsWith("line 0").endsWith("line 999");
        }
    }

    @Test
    void shouldSendAMegabyteThroughAServerThatIsSlowToRead() throws IOException {
        try (ChatServer server = ChatServer.start(TestServer.config().withLoops(1));
                Proxy proxy = new Proxy(port(server));
                ServerLink link = link(proxy.port())) {
            proxy.stalls();
            List<CompletableFuture<Received>> answers = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                answers.add(link.send("x".repeat(1000) + i));
            }
            proxy.resumes();
            assertTaken(answers);
        }
    }
}

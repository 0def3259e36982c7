package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.LinkState.Dialect;
import chat.client.link.LinkState.Online;
import chat.client.link.LinkState.Unnamed;
import chat.common.UserName;
import chat.common.event.LoggedIn;
import chat.common.event.PasswordPrompt;
import chat.common.event.Received;
import chat.common.event.Registered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link that logs in, with a network and a clock in the hands of the test. */
class LoginLinkTest {
    private static final UserName ANN = UserName.of("ann");
    private static final Duration BACK = Duration.ofSeconds(40);

    private final ManualNetwork network = new ManualNetwork();
    private final Heard heard = new Heard();
    private final ModelServer server = new ModelServer();
    private final List<String> read = new ArrayList<>();
    private ModelServer.Session session = server.connects();

    private ServerLink link(String name, @Nullable String password) {
        Password known = password == null ? null : new Password(password.toCharArray());
        LinkSettings settings = new LinkSettings("example", 7, UserName.of(name), known, true, true);
        ServerLink link = new ServerLink(settings, heard, network, new Random(1));
        link.start();
        network.run();
        opens();
        return link;
    }

    private void opens() {
        session = server.connects();
        network.wire().opens();
        exchange();
    }

    private void exchange() {
        network.run();
        for (int i = 0; i < 10; i++) {
            network.wire().lines().forEach(line -> {
                read.add(line);
                session.takes(line);
            });
            session.answers().forEach(network.wire()::says);
            network.run();
        }
    }

    private CompletableFuture<Received> send(ServerLink link, String line) {
        CompletableFuture<Received> answer = link.send(line);
        exchange();
        return answer;
    }

    private void comesBack() {
        read.clear();
        network.wire().ends(null);
        session.dies();
        network.advance(BACK);
        opens();
    }

    @Test
    void shouldLogInInsteadOfTakingTheName() {
        server.registers("ann", "hunter2");
        link("ann", "hunter2");
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, false));
        assertThat(read).contains("@n1 /login ann hunter2").noneMatch(line -> line.startsWith("/setname"));
    }

    @Test
    void shouldAnswerTheQuestionForAPasswordOfSeveralWords() {
        server.registers("ann", "correct horse");
        link("ann", "correct horse");
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, false));
        assertThat(read).contains("@n1 /login ann", "@n2 /secret correct horse");
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void shouldSayWhyItWasNotLetIn() {
        server.registers("ann", "hunter2");
        link("ann", "wrong");
        assertThat(heard.state()).isEqualTo(new Unnamed("Wrong name or password."));
    }

    @Test
    void shouldNotGoByTheNameWhereNobodyCanLogIn() {
        server.refusesLogins("unknown-command");
        link("ann", "hunter2");
        assertThat(heard.state())
                .isEqualTo(new Unnamed("This server knows no registered names, so nobody can log in as ann."
                        + " To go by that name without, type /setname ann."));
    }

    @Test
    void shouldNotShowThePasswordToAServerThatSpeaksPlainText() {
        LinkSettings settings = new LinkSettings("example", 7, ANN, new Password("hunter2".toCharArray()), true, true);
        new ServerLink(settings, heard, network, new Random(1)).start();
        network.run();
        network.wire().opens();
        network.wire().says("Please choose a name: type /setname NAME and press Enter.");
        network.wire().says("Please choose a name: type /setname NAME and press Enter.");
        assertThat(heard.state()).isInstanceOf(Unnamed.class);
        assertThat(network.wire().lines()).noneMatch(line -> line.contains("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server-busy", "name-taken", "server-mistake"})
    void shouldTryAgainAfterARefusalThatPasses(String code) {
        server.registers("ann", "hunter2");
        link("ann", "hunter2");
        server.refusesLogins(code);
        comesBack();
        assertThat(heard.state()).isNotInstanceOf(Online.class);
        server.refusesLogins(null);
        network.advance(Duration.ofSeconds(1));
        exchange();
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login ann hunter2", "/login ann"})
    void shouldComeBackLoggedIn(String line) {
        server.registers("ann", "hunter2");
        ServerLink link = link("guest", null);
        if (send(link, line).join().event() instanceof PasswordPrompt) {
            assertThat(send(link, "/secret hunter2").join().event()).isEqualTo(new LoggedIn(ANN, false));
        }
        comesBack();
        assertThat(read).contains("@n1 /login ann hunter2").noneMatch(sent -> sent.startsWith("/setname"));
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, true));
    }

    @Test
    void shouldComeBackLoggedInToANameThatWasRegisteredMeanwhile() {
        ServerLink link = link("ann", null);
        send(link, "/register");
        assertThat(send(link, "/secret correct horse").join().event()).isEqualTo(new Registered(ANN));
        comesBack();
        assertThat(read).contains("@n1 /login ann", "@n2 /secret correct horse");
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, true));
    }

    @Test
    void shouldSayWhenThePasswordIsNotRightAnyMore() {
        server.registers("ann", "hunter2");
        link("ann", "hunter2");
        server.registers("ann", "other");
        comesBack();
        assertThat(heard.state()).isEqualTo(new Unnamed("Wrong name or password."));
    }

    @Test
    void shouldComeBackAsAGuestWhoHasTakenAnotherName() {
        server.registers("ann", "hunter2");
        ServerLink link = link("ann", "hunter2");
        send(link, "/setname bob");
        comesBack();
        assertThat(read).contains("/setname bob").noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void shouldNotAnswerAQuestionOnAnotherConnection() {
        server.registers("ann", "hunter2");
        ServerLink link = link("guest", null);
        send(link, "/login ann");
        CompletableFuture<Received> answer = link.send("/secret hunter2");
        network.run();
        comesBack();
        assertThat(answer).isCompletedExceptionally();
        assertThat(heard.handedBack()).isEmpty();
        assertThat(read).noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void shouldKeepNoAnswerForALaterConnection() {
        ServerLink link = link("guest", null);
        network.wire().ends(null);
        network.run();
        CompletableFuture<Received> answer = link.send("/secret hunter2");
        network.run();
        assertThat(answer).isCompletedExceptionally();
        assertThat(heard.handedBack()).isEmpty();
    }

    @Test
    void shouldGoByTheNameThatTheServerHasGivenInsteadOfALostOne() {
        link("ann", null);
        network.wire().says("{\"event\":\"name-lost\",\"before\":\"ann\",\"name\":\"ann-2\"}");
        assertThat(heard.state()).isEqualTo(new Online(UserName.of("ann-2"), Dialect.JSON, false));
        comesBack();
        assertThat(read).contains("/setname ann-2");
    }

    @Test
    void shouldComeBackLoggedInThoughTheAnswerToARegistrationWasLost() {
        ServerLink link = link("ann", null);
        send(link, "/register");
        link.send("/secret correct horse");
        network.run();
        network.wire().lines().forEach(session::takes);
        comesBack();
        assertThat(read).contains("@n1 /login ann", "@n2 /secret correct horse");
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, true));
        comesBack();
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, true));
    }

    @Test
    void shouldWaitForAServerThatLooksAtAPasswordForAWhile() {
        ServerLink link = link("guest", null);
        CompletableFuture<Received> answer = link.send("/login ann hunter2");
        network.run();
        network.wire().lines().forEach(read::add);
        for (int second = 0; second < 60; second++) {
            network.advance(Duration.ofSeconds(1));
        }
        assertThat(heard.state()).isInstanceOf(Online.class);
        server.registers("ann", "hunter2");
        read.stream().filter(line -> line.endsWith("hunter2")).toList().forEach(session::takes);
        exchange();
        assertThat(answer.join().event()).isEqualTo(new LoggedIn(ANN, false));
        for (int second = 0; second < 60; second++) {
            network.advance(Duration.ofSeconds(1));
            exchange();
        }
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, false));
    }
}

package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.MailWaiting;
import chat.common.event.Pong;
import chat.common.event.PrivateKept;
import chat.common.event.PrivateMessage;
import chat.common.event.Received;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.Account;
import chat.server.mail.Mail;
import chat.server.mail.MailStore;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What somebody reads who was away, and what becomes of it. */
class PostOfficeTest {
    private static final UserName ANN = UserName.of("ann");

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Account bob = chat.accounts().add(UserName.of("bob"), false).join();
    private final Terminal ann = chat.join("ann");

    private void write(int count) {
        IntStream.range(0, count).forEach(i -> ann.type("/private bob line " + i));
        assertThat(ann.lines()).hasSize(count).allMatch(line -> line.startsWith("Kept for bob: "));
    }

    private Terminal guest() {
        Terminal guest = chat.join("guest");
        guest.text();
        return guest;
    }

    private void logIn(Terminal terminal) {
        assertThat(terminal.session().identity().logIn(bob)).isTrue();
    }

    private List<String> read(Terminal terminal) {
        return terminal.lines().stream()
                .filter(line -> line.contains("(private): "))
                .toList();
    }

    private int waiting() {
        return chat.mail().handOver(bob.id(), 0, 1000).join().mails().size();
    }

    @Test
    void shouldBringWhatCameWhileSomebodyWasAway() {
        write(3);
        chat.pass(86_400_000);
        Terminal guest = guest();
        logIn(guest);

        List<String> lines = guest.lines();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("* 3 messages came while you were away.");
        assertThat(lines.get(1)).matches("\\[\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d] ann\\(private\\): line 0");
        assertThat(lines.get(3)).endsWith("] ann(private): line 2");
        assertThat(waiting()).isZero();
    }

    @Test
    void shouldTellProgramsWhenItWasAndByWhatTheyKnowItAgain() {
        write(2);
        Terminal program = chat.joinProgram("bot");
        logIn(program);

        List<Received> received = program.received();
        assertThat(received)
                .extracting(Received::event)
                .containsExactly(
                        new MailWaiting(2),
                        new PrivateMessage(ANN, "line 0", true, false),
                        new PrivateMessage(ANN, "line 1", true, false));
        assertThat(received.get(1).at()).isNotNull();
        assertThat(received.get(1).id())
                .isNotNull()
                .isNotEqualTo(received.get(2).id());
    }

    @Test
    void shouldBringEachOnce() {
        write(2);
        Terminal guest = guest();
        logIn(guest);
        assertThat(read(guest)).hasSize(2);
        guest.type("/quit").lines();
        Terminal second = guest();
        logIn(second);
        assertThat(second.lines()).isEmpty();
    }

    @Test
    void shouldComeBeforeWhatIsAskedNext() {
        write(20);
        Terminal program = chat.joinProgram("bot");
        logIn(program);
        program.type("/ping");
        assertThat(program.events()).hasSize(22).last().isEqualTo(new Pong());
    }

    @Test
    void shouldSayWhatWasPerhapsReadBefore() {
        write(2);
        chat.mail().handOver(bob.id(), 0, 1).join(); // and nobody knows what became of it
        Terminal guest = guest();
        logIn(guest);
        assertThat(read(guest))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("] (perhaps again) ann(private): line 0"),
                        line -> assertThat(line).endsWith("] ann(private): line 1"));
    }

    @Test
    void shouldBringAsMuchAsTheConnectionTakes() {
        IntStream.range(0, 20).forEach(i -> ann.type("/private bob " + "x".repeat(500) + i));
        Terminal guest = guest();
        guest.readSlowly();
        logIn(guest);
        guest.read(0);
        assertThat(guest.waitingBytes()).isLessThan(1024 + 600);

        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append(guest.read(100).text());
            assertThat(guest.waitingBytes()).isLessThan(1024 + 600);
        }
        assertThat(text.toString().lines().filter(line -> line.contains("(private): ")))
                .hasSize(20);
        assertThat(waiting()).isZero();
    }

    @Test
    void shouldKeepWhatWasNotWrittenWhenTheConnectionEnds() {
        IntStream.range(0, 20).forEach(i -> ann.type("/private bob " + "x".repeat(500) + " " + i));
        Terminal guest = guest();
        guest.readSlowly();
        logIn(guest);
        String read = guest.read(1200).text();
        long whole = read.lines().filter(line -> line.matches(".*x \\d+")).count();
        guest.hangUp();

        Terminal second = guest();
        logIn(second);
        List<String> lines = read(second);
        assertThat(whole).isPositive();
        assertThat(lines).hasSize((int) (20 - whole));
        assertThat(lines.get(0))
                .as("a part of it was read")
                .contains("(perhaps again)")
                .endsWith(" " + whole);
        assertThat(lines.subList(1, lines.size())).noneMatch(line -> line.contains("perhaps again"));
    }

    @Test
    void shouldBringItToOneConnectionAtATime() {
        IntStream.range(0, 20).forEach(i -> ann.type("/private bob " + "x".repeat(500) + " " + i));
        Terminal guest = guest();
        guest.readSlowly();
        logIn(guest);
        int whole = (int) guest.read(1200)
                .text()
                .lines()
                .filter(line -> line.matches(".*x \\d+"))
                .count();

        Terminal second = chat.join("second");
        second.session().identity().logIn(bob); // by one more connection
        assertThat(read(second)).isEmpty();
        assertThat(second.type("/ping").lines()).containsExactly("pong");
        guest.startReading();
        assertThat(guest.lines())
                .as("the rest of one, and all that follow")
                .filteredOn(line -> line.matches(".*x \\d+"))
                .hasSize(20 - whole);
        assertThat(read(second)).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void shouldSayHowManyMayWait() {
        write(MailStore.MOST_OF_ONE);
        assertThat(ann.type("/private bob more").lines())
                .containsExactly("Not kept: 20 messages of yours wait for bob, and no more can until they log in.");
        Terminal zoe = chat.join("zoe");
        IntStream.range(0, 10).forEach(i -> zoe.type("/private bob line"));
        zoe.text();
        assertThat(zoe.type("/private bob more").lines())
                .containsExactly("Not kept: 30 messages of guests wait for bob, and no more can until they log in."
                        + " Who has a registered name may still write.");
    }

    @Test
    void shouldTellAnAuthorsProgramHowLongItWaits() {
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("/private BOB hello").events())
                .containsExactly(new PrivateKept(UserName.of("bob"), MailStore.KEEP));
    }

    @Test
    void shouldForgetWithTheRestOfAnAuthorsWords() {
        write(2);
        ann.type("/forget me now");
        chat.pass(1000);
        Terminal guest = guest();
        logIn(guest);
        assertThat(guest.lines()).noneMatch(line -> line.contains("private"));
    }

    @Test
    void shouldComeToAnEndWhenSomethingCannotBeWritten() {
        Mail mail = new Mail(1, 0, ANN, 0, 7, "psst", false);
        LocalTimes broken = new LocalTimes(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                ZoneOffset.UTC);
        List<Long> putBack = new ArrayList<>();
        MailStore store = (MailStore) Proxy.newProxyInstance(
                MailStore.class.getClassLoader(), new Class<?>[] {MailStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("handOver")) {
                        return CompletableFuture.completedFuture(new MailStore.Page(List.of(mail), 1));
                    }
                    assertThat(method.getName()).isEqualTo("putBack");
                    ((Collection<?>) arguments[0]).forEach(id -> putBack.add((Long) id));
                    return CompletableFuture.completedFuture(putBack.size());
                });
        Terminal guest = guest();
        logIn(guest);
        guest.text();
        CompletableFuture<Void> done = new MailDelivery(guest.session(), bob.id(), store, broken).begin();
        assertThat(guest.text()).contains("cannot be told at the moment");
        assertThat(done).isDone();
        assertThat(putBack).containsExactly(1L);
        assertThat(guest.type("/ping").text()).contains("ong");
    }
}

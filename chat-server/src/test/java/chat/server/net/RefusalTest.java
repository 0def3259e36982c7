package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.common.event.Failure;
import chat.common.event.Received;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.room.HeldStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store cannot keep what people say. */
class RefusalTest {
    private static final String NOT_SENT =
            "Not sent: this server cannot keep messages at the moment (the disk is full). Please try again later.";

    private final List<HeldStore> stores = new ArrayList<>();
    private final EmbeddedChat chat = new EmbeddedChat(clock -> {
        stores.add(new HeldStore(clock));
        return stores.get(0);
    });
    private final HeldStore store = stores.get(0);
    private Terminal ann;
    private Terminal bob;
    private Terminal bot;

    @BeforeEach
    void join() {
        ann = chat.join("ann");
        bob = chat.join("bob");
        bot = chat.joinProgram("bot");
        store.keep();
        List.of(ann, bob, bot).forEach(Terminal::text);
    }

    @AfterEach
    void close() {
        store.keep();
        chat.close();
    }

    @Test
    void shouldTellTheAuthorAndNobodyElse() {
        ann.type("hello");
        store.refuse("the disk is full");

        assertThat(ann.lines()).containsExactly(NOT_SENT);
        assertThat(bob.lines()).isEmpty();
        ann.type("hello again");
        store.keep();
        assertThat(bob.lines()).containsExactly("ann: hello again");
        assertThat(ann.lines()).isEmpty();
    }

    @Test
    void shouldAnswerTheLineOfAProgram() {
        bot.type("@1 /all hello", "@2 /ping");
        store.refuse("the disk is full");

        List<Received> answers = bot.received();
        assertThat(answers).extracting(Received::tag).containsExactly("1", "2");
        assertThat(answers.get(0).event()).isEqualTo(new Failure(Failure.Code.NOT_KEPT, NOT_SENT));
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldTellWhoseActionOrTopicWasNotKept() {
        for (String line : List.of("/me waves", "/topic lunch")) {
            ann.type(line);
            store.refuse("the disk is full");
            assertThat(ann.lines()).containsExactly(NOT_SENT);

            bot.type("@1 " + line);
            store.refuse("the disk is full");
            assertThat(bot.received())
                    .extracting(Received::tag, Received::event)
                    .containsExactly(tuple("1", new Failure(Failure.Code.NOT_KEPT, NOT_SENT)));
        }
        assertThat(bob.type("/topic").lines()).containsExactly("There is no topic in lobby.");
    }

    @Test
    void shouldTellTheAuthorUnderANewName() {
        ann.type("hello", "/setname amy");
        ann.text();
        store.refuse("the disk is full");

        assertThat(ann.lines()).containsExactly(NOT_SENT);
    }

    @Test
    void shouldTellNobodyWhenTheAuthorIsGone() {
        ann.type("hello", "/quit");
        ann.text();
        store.refuse("the disk is full");

        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldNotReadMoreFromWhoIsFarAheadOfTheStore() {
        ann.type(IntStream.range(0, 5000).mapToObj(i -> "line " + i).toArray(String[]::new));
        assertThat(store.waiting()).as("half of the room's log").isBetween(2000, 2100);

        int rounds = 0;
        while (store.waiting() > 0 && rounds++ < 10) {
            store.keep();
            chat.pass(100);
            bob.text();
        }
        ann.type("last");
        store.keep();
        assertThat(bob.lines()).endsWith("ann: last");
    }
}

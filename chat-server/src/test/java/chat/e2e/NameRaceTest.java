package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.ChatServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameRaceTest {
    private static final int RACES = 1000;

    @Test
    void shouldGiveANameToOneOfTwoWhoWantIt() throws IOException {
        try (ChatServer server = TestServer.start();
                Person ann = Person.joins("ann", server.address().getPort());
                Person bob = Person.joins("bob", server.address().getPort())) {
            for (int i = 0; i < RACES; i++) {
                String line = "/setname racer" + i;
                Person first = i % 2 == 0 ? ann : bob;
                first.types(line);
                (first == ann ? bob : ann).types(line);
                assertOneWinner(List.of(ann.next(), bob.next()), "racer" + i);
            }
        }
    }

    @Test
    void shouldGiveOneOfTwoNamesThatLookAlikeToOneOfTwoWhoWantThem() throws IOException {
        try (ChatServer server = TestServer.start();
                Person ann = Person.joins("ann", server.address().getPort());
                Person bob = Person.joins("bob", server.address().getPort())) {
            for (int i = 0; i < RACES; i++) {
                (i % 2 == 0 ? ann : bob).types("/setname racer" + i + "l");
                (i % 2 == 0 ? bob : ann).types("/setname racer" + i + "1");
                assertOneWinner(List.of(ann.next(), bob.next()), "racer" + i);
            }
        }
    }

    private static void assertOneWinner(List<String> answers, String name) {
        assertThat(answers)
                .as("the answers to both who want to be %s", name)
                .satisfiesOnlyOnce(
                        answer -> assertThat(answer).matches("Name accepted: you are " + name + "[1l]?\\. .*"))
                .satisfiesOnlyOnce(answer -> assertThat(answer).matches("The name " + name + "[1l]? is taken[.:] .*"));
    }
}

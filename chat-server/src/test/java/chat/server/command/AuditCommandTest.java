package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AuditCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldTellWhatWasDone() {
        ann.type("/kick bob because enough", "/ban eve for 2h", "/join staff", "/slow 10s")
                .lines();
        assertThat(ann.type("/audit").lines())
                .hasSize(3)
                .anyMatch(line -> line.matches("\\[.*] ann \\(.*\\): kick bob in this server: enough"))
                .anyMatch(line -> line.matches("\\[.*] ann \\(.*\\): ban \\(until .*\\) eve in this server"))
                .anyMatch(line -> line.matches("\\[.*] ann \\(.*\\): slow 10 seconds in staff"));
        assertThat(ann.type("/audit 1").lines()).hasSize(1);
    }

    @Test
    void shouldBeForOperators() {
        assertThat(bob.type("/audit").lines()).containsExactly("Only operators of this server may do that.");
        assertThat(ann.type("/audit many").text()).startsWith("Please type /audit [COUNT]");
    }
}

package chat.client.link;

import static chat.client.link.Negotiation.Verdict.HTTP;
import static chat.client.link.Negotiation.Verdict.JSON;
import static chat.client.link.Negotiation.Verdict.OPEN;
import static chat.client.link.Negotiation.Verdict.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
    private static final String PROMPT = "Please choose a name: type /setname NAME and press Enter.";

    private final Negotiation negotiation = new Negotiation();

    @BeforeEach
    void greet() {
        assertThat(negotiation.take("Welcome to ClientMessageSystem.")).isEqualTo(OPEN);
        assertThat(negotiation.take(PROMPT)).isEqualTo(OPEN);
    }

    @Test
    void shouldSpeakJsonToAServerThatAnswersInJson() {
        assertThat(negotiation.take("{\"event\":\"format\",\"format\":\"json\"}"))
                .isEqualTo(JSON);
        assertThat(negotiation.heard()).containsExactly("Welcome to ClientMessageSystem.", PROMPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PROMPT,
                "There is no command /format; did you mean /quit? Type /cmd to see all commands.",
                "Name accepted: you are ann. Type something to say it to everyone; /cmd lists the commands.",
                "The name ann is taken. Please choose another one: /setname NAME"
            })
    void shouldSpeakPlainTextToAServerThatAnswersInPlainText(String answer) {
        assertThat(negotiation.take(answer)).isEqualTo(TEXT);
        assertThat(negotiation.heard()).endsWith(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"event\":\"format\",\"format\":\"xml\"}",
                "{}",
                "Cards accepted.",
                "Welcome to ClientMessageSystem.",
                "* All seats are taken."
            })
    void shouldNotDecideOnAnythingElse(String line) {
        assertThat(negotiation.take(line)).isEqualTo(OPEN);
    }

    @Test
    void shouldKnowAWebServerByTheFirstLineOnly() {
        assertThat(negotiation.take("HTTP/1.1 400 Bad Request")).isEqualTo(OPEN);
        assertThat(new Negotiation().take("HTTP/1.1 400 Bad Request")).isEqualTo(HTTP);
        assertThat(new Negotiation().take("HTTP/2 503")).isEqualTo(HTTP);
        assertThat(new Negotiation().take("HTTP/1.1 is not spoken here")).isEqualTo(OPEN);
    }

    @Test
    void shouldNotListenForEver() {
        int lines = 2;
        while (negotiation.take("line " + lines) == OPEN) {
            lines++;
        }
        assertThat(lines).isEqualTo(99);
    }
}

package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe-core finds: contrasts, names of buttons, roles. Nothing of it may be serious. */
class WebAccessibilityIT {
    private static final String FINDINGS = """
            const done = arguments[0];
            axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`))));
            """;

    private static String axe;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @BeforeAll
    static void load() throws IOException {
        try (InputStream script = WebAccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void shouldHaveNoSeriousFinding(String scheme) {
        Page ann = BROWSER.opens(server.page());
        ann.prefers(scheme);
        ann.awaits("#entry-name");
        hasNoSeriousFinding(ann, "the entry");
        ann.screenshot("entry-" + scheme);
        ann.joins("ann");
        talk(ann);
        hasNoSeriousFinding(ann, "the chat");
        ann.screenshot("chat-" + scheme);
        ann.says("/register");
        ann.awaits("#password-answer");
        hasNoSeriousFinding(ann, "the question for a password");
        ann.screenshot("password-" + scheme);
    }

    @Test
    void shouldHaveNoSeriousFindingOnAPhone() {
        Page ann = BROWSER.opensOnPhone(server.page()).joins("ann");
        talk(ann);
        hasNoSeriousFinding(ann, "the chat");
        ann.clicks("#open-rooms");
        ann.awaits("#rooms");
        hasNoSeriousFinding(ann, "the rooms");
        ann.presses(org.openqa.selenium.Keys.ESCAPE);
        ann.clicks("#open-people");
        ann.awaits("#people");
        hasNoSeriousFinding(ann, "the people");
    }

    /** A bit of everything that the page can show. */
    private void talk(Page ann) {
        Person bob = server.telnet("bob");
        for (String line : List.of(
                "hello ann", "/me waves", "see https://example.org and `code`", "/topic tea", "/private ann psst")) {
            bob.types(line);
        }
        ann.says("hello");
        ann.says("/nonsense");
        ann.readsSomethingWith("/nonsense");
        ann.awaits("the topic", () -> ann.text("#topic").equals("tea"));
        ann.awaits("what is unread", () -> !ann.privates().isEmpty());
    }

    private static void hasNoSeriousFinding(Page page, String where) {
        page.run(axe);
        assertThat((List<?>) page.runAsync(FINDINGS))
                .as("serious findings in %s", where)
                .isEmpty();
    }
}

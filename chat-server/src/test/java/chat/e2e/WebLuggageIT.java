package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the browser keeps of a tab that nobody looks at, which a phone may let go of without a word. */
class WebLuggageIT {
    private static final String HIDDEN = """
            Object.defineProperty(document, 'hidden', { configurable: true, get: () => arguments[0] });
            document.dispatchEvent(new Event('visibilitychange'));
            """;
    private static final String KEPT = "return sessionStorage.getItem('luggage') ?? ''";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldKeepNoPasswordThatIsHalfTyped() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.types("/login ann hunter2");
        ann.run(HIDDEN, true);

        assertThat((String) ann.run(KEPT)).contains("lobby").doesNotContain("hunter2");
        ann.run(HIDDEN, false);
        assertThat(ann.typed()).isEqualTo("/login ann hunter2");
    }
}

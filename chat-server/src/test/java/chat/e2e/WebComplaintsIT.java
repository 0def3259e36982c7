package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The other tests would fail if the page did what it must not. */
@Tag("long")
class WebComplaintsIT {
    private static final String WRONG = """
            console.error('an error is written');
            setTimeout(() => { throw new Error('nobody catches this'); });
            Promise.reject(new Error('nor this'));
            const image = document.createElement('img');
            image.src = 'https://example.invalid/forbidden.png';
            document.body.append(image);
            """;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldSeeErrorsAndWhatThePolicyForbids() {
        Page page = BROWSER.opens(server.page()).joins("ann");
        assertThat(BROWSER.complaints()).isEmpty();
        page.run(WRONG);

        List<String> complaints = new ArrayList<>();
        page.awaits("four complaints", () -> {
            complaints.addAll(BROWSER.complaints());
            return complaints.size() >= 4;
        });
        for (String part :
                List.of("an error is written", "nobody catches this", "nor this", "Content Security Policy")) {
            assertThat(complaints).anySatisfy(complaint -> assertThat(complaint).contains(part));
        }
        BROWSER.expectsComplaint("");
    }
}

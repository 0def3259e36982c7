package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody is elsewhere, and wants to be told when they are named. */
@Tag("long")
class WebAlertsIT {
    /** The browser's notifications, as far as the page sees them: what is asked and what is shown is kept. */
    private static final String NOTIFICATIONS = """
            window.asked = 0;
            window.shown = [];
            window.Notification = class {
                static permission = 'default';
                static requestPermission() { window.asked++; this.permission = 'granted'; return Promise.resolve('granted'); }
                constructor(title, { body }) { window.shown.push(`${title}: ${body}`); }
                close() {}
            };
            """;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldNotifyOnlyWhoHasAskedForIt() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.run(NOTIFICATIONS);
        Person bob = server.telnet("bob");
        isElsewhere(ann, true);
        bob.types("ann: are you there?");
        ann.reads("bob: ann: are you there?");
        assertThat(ann.run("return window.asked")).isEqualTo(0L);
        assertThat(ann.run("return window.shown")).isEqualTo(List.of());

        isElsewhere(ann, false);
        ann.clicks("#alerts");
        ann.awaits("it is on", () -> "true".equals(ann.element("#alerts").getAttribute("aria-pressed")));
        isElsewhere(ann, true);
        bob.types("hello everybody");
        bob.types("hello ann");
        bob.types("/private ann psst");
        ann.awaitsThat(
                "what is shown",
                () -> ann.run("return window.shown"),
                it -> assertThat(it).isEqualTo(List.of("bob in lobby: hello ann", "bob: psst")));
    }

    @Test
    void shouldTellThatThereIsOnlyASoundWhereNotificationsAreRefused() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.run(NOTIFICATIONS.replace("granted", "denied"));
        ann.clicks("#alerts");

        ann.awaitsThat(
                "what is said",
                () -> ann.text("#alerts-note"),
                it -> assertThat(it)
                        .isEqualTo("There will be a sound. Your browser does not allow this page to show"
                                + " notifications."));
        ann.awaits("it is on", () -> "true".equals(ann.element("#alerts").getAttribute("aria-pressed")));
        ann.clicks("#alerts");
        ann.awaits("it is off", () -> "false".equals(ann.element("#alerts").getAttribute("aria-pressed")));
        assertThat(ann.text("#alerts-note")).isEmpty();
    }

    @Test
    void shouldShowThatItIsOnWhileTheBrowserStillAsks() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.run(NOTIFICATIONS);
        ann.run("Notification.requestPermission = () => new Promise((resolve) => (window.answers = resolve))");
        ann.clicks("#alerts");
        assertThat(ann.element("#alerts").getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(ann.run("return localStorage.getItem('alerts')")).isEqualTo("on");

        ann.clicks("#alerts");
        assertThat(ann.element("#alerts").getAttribute("aria-pressed")).isEqualTo("false");
        assertThat(ann.run("return localStorage.getItem('alerts')")).isEqualTo("off");
        ann.runAsync("const done = arguments[0]; window.answers('denied'); setTimeout(done, 0)");
        assertThat(ann.text("#alerts-note")).isEmpty();
        assertThat(ann.element("#alerts").getAttribute("aria-pressed")).isEqualTo("false");
    }

    private static void isElsewhere(Page page, boolean elsewhere) {
        page.driver().executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", !elsewhere));
        page.run("document.hasFocus = () => arguments[0]", !elsewhere);
    }
}

package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** A room in which much has been said, or much is being said. */
@Tag("long")
class WebHistoryIT {
    /** What the page may have of a conversation at a time. */
    private static final int MOST_ROWS = 450;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    static Path folder;

    @RegisterExtension
    final WebServer server = new WebServer(
            config -> config.withReplay(20).withStore(StoreSettings.in(Files.createTempDirectory(folder, "data"))));

    private static void says(Person person, int from, int to) {
        person.sends(IntStream.rangeClosed(from, to)
                .mapToObj(i -> "line " + i + "\r\n")
                .collect(Collectors.joining())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        person.roundTrip();
    }

    @Test
    void shouldTellBeforeAnybodyComesInThatWhatIsSaidIsKept() {
        Page visitor = BROWSER.opens(server.page());

        visitor.awaitsThat(
                "what is kept",
                () -> visitor.text("#entry-kept"),
                it -> assertThat(it).isEqualTo("What you say in rooms is kept. To take it back, type /forget me"));
    }

    @Test
    void shouldScrollBackToTheFirstLineWithoutAJump() {
        Person bob = server.telnet("bob");
        says(bob, 1, 1100);
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.reads("bob: line 1100");

        scrollsBackFrom(ann, 1100);
        ann.screenshot("history");
        ann.clicks("#to-end");
        ann.reads("bob: line 1100");
    }

    @Test
    void shouldScrollBackWithoutAJumpWhereTheBrowserUndoesWhatThePageScrolls() {
        Person bob = server.telnet("bob");
        says(bob, 1, 700);
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.reads("bob: line 700");
        ann.run(AS_WEBKIT);

        scrollsBackFrom(ann, 700);
    }

    /** Its scrolling thread does not know yet where the page has scrolled to, and tells where it was. */
    private static final String AS_WEBKIT = """
            const { get, set } = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollTop');
            let moves = 0;
            Object.defineProperty(document.getElementById('log'), 'scrollTop', {
                get() { return get.call(this); },
                set(to) {
                    if (to - get.call(this) < 1000 || moves++ % 2) {
                        set.call(this, to);
                    }
                },
            });
            """;

    private static void scrollsBackFrom(Page ann, int newest) {
        int oldest = newest;
        for (int tries = 0; oldest > 1 && tries < 200; tries++) {
            List<?> jump = (List<?>) ann.runAsync(SCROLL_UP);
            assertThat(((Number) jump.get(0)).doubleValue())
                    .as("pixels that a line moved by itself, near line %s", oldest)
                    .isBetween(-1.5, 1.5);
            oldest = ((Number) jump.get(1)).intValue();
            assertThat(ann.lines().size()).as("rows, near line %s", oldest).isLessThan(MOST_ROWS);
        }

        assertThat(ann.lines()).contains("bob: line 1");
        assertThat(ann.lines().stream().filter(it -> it.startsWith("bob: "))).doesNotHaveDuplicates();
    }

    /** Scrolls up by a page, as a wheel does, and tells how far a line then moved by what was loaded. */
    private static final String SCROLL_UP = """
            const done = arguments[0];
            const log = document.getElementById('log');
            const number = (it) => Number(/line (\\d+)/.exec(it.textContent)?.[1] ?? NaN);
            const all = () => [...log.querySelectorAll('.line')].filter((it) => number(it));
            log.scrollTop -= 600;
            const top = log.getBoundingClientRect().top;
            const seen = all().find((it) => it.getBoundingClientRect().top >= top);
            const place = seen.getBoundingClientRect().bottom; // the name above it goes when its author's lines come before it
            const wanted = number(seen);
            const oldest = number(all()[0]);
            let frames = 0;
            const look = () => {
                const now = all().find((it) => number(it) === wanted);
                const moved = now ? now.getBoundingClientRect().bottom - place : 9999;
                const came = number(all()[0]) !== oldest || oldest === 1 || log.scrollTop > 600;
                if (Math.abs(moved) > 1.5 || (came && frames > 2) || frames > 200) {
                    done([moved, Math.min(...all().map(number))]);
                } else {
                    frames++;
                    requestAnimationFrame(look);
                }
            };
            requestAnimationFrame(look);
            """;

    @Test
    void shouldStayWhereSomebodyReadsWhileOthersTalk() {
        Person bob = server.telnet("bob");
        says(bob, 1, 300);
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.reads("bob: line 300");
        ann.run("document.getElementById('log').scrollTop = 1200");
        Number before = (Number) ann.run("return document.getElementById('log').scrollTop");
        ann.awaits("#to-end");
        says(bob, 301, 310);
        ann.awaitsThat(
                "the button", () -> ann.text("#to-end"), it -> assertThat(it).contains("(10)"));

        assertThat(ann.run("return document.getElementById('log').scrollTop")).isEqualTo(before);
        ann.screenshot("reading-back");
        ann.clicks("#to-end");
        ann.reads("bob: line 310");
        ann.awaits("no button", () -> !ann.element("#to-end").isDisplayed());
    }

    /** Of so many that the server does not tell all of them, too. */
    @ParameterizedTest
    @ValueSource(ints = {600, 900})
    void shouldStayWhereSomebodyReadsWhileLinesAreTakenAway(int last) {
        Person bob = server.telnet("bob");
        bob.types("/join tea");
        Page ann = BROWSER.opens(server.page()).joins("ann", "tea");
        Person eve = server.telnet("eve");
        eve.types("/join tea");
        says(eve, 1, 250);
        says(bob, 251, 400);
        for (int i = 401; i <= last; i += 2) {
            says(eve, i, i);
            says(bob, i + 1, i + 1);
        }
        ann.reads("bob: line " + last);
        for (int i = 0; i < 8; i++) { // so far that enough is left below
            ann.runAsync(SCROLL_UP);
        }
        ann.awaits("#to-end");
        ann.awaitsThat("the lines", ann::lines, it -> assertThat(it).anyMatch(line -> line.startsWith("eve: ")));
        List<?> seen = (List<?>) ann.run(FIRST_OF_BOB);
        bob.types("/purge eve");
        ann.awaitsThat("the lines", ann::lines, it -> assertThat(it).noneMatch(line -> line.startsWith("eve: ")));

        List<?> after = (List<?>) ann.run(PLACE_OF, seen.get(0));
        assertThat(((Number) after.get(0)).doubleValue() - ((Number) seen.get(1)).doubleValue())
                .as("pixels that %s moved by itself", seen.get(0))
                .isBetween(-1.5, 1.5);
        ann.awaits("#to-end");
        scrolls(ann, 0, "bob: line 251");
        assertThat(ann.lines()).noneMatch(line -> line.startsWith("eve: "));
        ann.clicks("#to-end");
        ann.reads("bob: line " + last);
        ann.readsSomethingWith("bob removed " + (250 + (last - 400) / 2) + " lines of eve");
    }

    /** The first line of somebody that is seen, and where it is. */
    private static final String FIRST_OF_BOB = """
            const { top } = document.getElementById('log').getBoundingClientRect();
            const number = (it) => Number(/line (\\d+)/.exec(it.textContent)?.[1]);
            const isBobs = (it) => number(it) > 250 && (number(it) <= 400 || number(it) % 2 === 0);
            const seen = [...document.querySelectorAll('#log .line')].find((it) => isBobs(it) && it.getBoundingClientRect().bottom > top);
            return [seen.querySelector('.text').textContent, seen.getBoundingClientRect().bottom];
            """;

    /** Where a line is. */
    private static final String PLACE_OF = """
            const seen = [...document.querySelectorAll('#log .line')].find((it) => it.querySelector('.text')?.textContent === arguments[0]);
            return [seen.getBoundingClientRect().bottom];
            """;

    @Test
    void shouldLoseNoLineWhileSomebodyReadsFarBack() {
        Person bob = server.telnet("bob");
        says(bob, 1, MORE_THAN_KEPT);
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.reads("bob: line " + MORE_THAN_KEPT);
        scrolls(ann, 0, "bob: line 1");
        says(bob, MORE_THAN_KEPT + 1, MORE_THAN_KEPT + 5);
        scrolls(ann, 1_000_000, "bob: line " + (MORE_THAN_KEPT + 5));

        scrolls(ann, 0, "bob: line 1");
        ann.says("I have read it all");
        ann.reads("ann: I have read it all");
        bob.reads("ann: I have read it all");
        assertThat(ann.lines()).contains("bob: line " + (MORE_THAN_KEPT + 5)).doesNotHaveDuplicates();
    }

    /** The page keeps some 4,000 lines of a conversation, and fetches others when somebody comes to them. */
    private static final int MORE_THAN_KEPT = 4_300;

    private static void scrolls(Page page, int to, String line) {
        page.runAsync(SCROLL_TO, to, line.substring(line.indexOf(' ') + 1));
        page.reads(line);
    }

    /** Scrolls to one end again and again, until a line is there. */
    private static final String SCROLL_TO = """
            const [to, line, done] = arguments;
            const log = document.getElementById('log');
            const begun = performance.now();
            const look = () => {
                const all = [...log.querySelectorAll('.line .text')];
                if (all.some((it) => it.textContent === line) || performance.now() - begun > 20_000) {
                    done();
                } else {
                    log.scrollTop = to;
                    requestAnimationFrame(look);
                }
            };
            look();
            """;

    @Test
    void shouldStayQuickWhileTenThousandLinesCome() {
        Person bob = server.telnet("bob");
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.run(MEASURE);
        long begin = System.nanoTime();
        says(bob, 1, 5_000);
        ann.types("still");
        says(bob, 5_001, 10_000);
        ann.types(" here");
        ann.reads("bob: line 10000");
        long taken = (System.nanoTime() - begin) / 1_000_000;
        ann.presses(Keys.ENTER);
        bob.reads("ann: still here");

        List<?> measured = (List<?>) ann.run("return [window.measured.worstFrame, window.measured.worstKey]");
        long rows = (Long) ann.run("return document.querySelectorAll('#log *').length");
        System.out.printf(
                "10,000 lines: shown after %d ms; worst frame %s ms, worst key %s ms; %d elements%n",
                taken, measured.get(0), measured.get(1), rows);
        assertThat(ann.lines()).hasSizeLessThan(MOST_ROWS);
        assertThat(((Number) measured.get(1)).doubleValue()).as("a key, in ms").isLessThan(500);
        assertThat(((Number) measured.get(0)).doubleValue())
                .as("a frame, in ms")
                .isLessThan(1000);
    }

    /** How long the page leaves a person waiting: between two frames, and from a key to its letter. */
    private static final String MEASURE = """
            const measured = window.measured = { worstFrame: 0, worstKey: 0 };
            let last = performance.now();
            const frame = (now) => {
                measured.worstFrame = Math.max(measured.worstFrame, now - last);
                last = now;
                requestAnimationFrame(frame);
            };
            requestAnimationFrame(frame);
            document.getElementById('input').addEventListener('input', ({ timeStamp }) => {
                measured.worstKey = Math.max(measured.worstKey, performance.now() - timeStamp);
            });
            """;
}

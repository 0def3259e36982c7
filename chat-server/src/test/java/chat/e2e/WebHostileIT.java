package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Whatever somebody writes or is called, the page shows it as text, fetches nothing, and keeps its shape. */
@Tag("long")
class WebHostileIT {
    /** Names and rooms that the server takes, and that mean something in JavaScript. */
    private static final List<String> WORDS =
            List.of("constructor", "toString", "hasOwnProperty", "valueOf", "prototype", "null", "undefined", "NaN");

    /** What is wrong with the page, as sentences. */
    private static final String FAULTS = """
            const faults = [];
            const own = (it) => it.closest('#log, #people-list, #room-list, #person-list, #choices, #title, #topic, #connection, #spoken, #entry-problem, #input-problem, #me');
            const ALLOWED = new Set(['DIV', 'SPAN', 'TIME', 'A', 'CODE', 'BUTTON', 'LI', 'UL', 'DL', 'DT', 'DD', 'P', 'H1']);
            for (const it of document.querySelectorAll('*')) {
                if (own(it) && !ALLOWED.has(it.tagName)) faults.push(`there is a ${it.tagName}: ${it.outerHTML.slice(0, 200)}`);
                for (const { name } of it.attributes) {
                    if (name.startsWith('on')) faults.push(`${it.tagName} has ${name}`);
                    if (name === 'style' && own(it)) faults.push(`${it.tagName} has a style`);
                }
            }
            for (const it of document.querySelectorAll('#log a')) {
                if (!/^https?:$/.test(it.protocol) || !/\\bnoopener\\b.*\\bnoreferrer\\b/.test(it.rel)) faults.push(`link to ${it.href}`);
            }
            if (window.hacked !== undefined || ({}).polluted !== undefined) faults.push('a text was run');
            for (const { name } of performance.getEntriesByType('resource')) {
                if (new URL(name).origin !== location.origin) faults.push(`fetched ${name}`);
            }
            const wide = (it) => it.scrollWidth > it.clientWidth + 1;
            for (const selector of ['html', 'body', '#log', '#rooms', '#people']) {
                const it = document.querySelector(selector);
                if (it.clientWidth && wide(it)) faults.push(`${selector} is ${it.scrollWidth} wide in ${it.clientWidth}`);
            }
            for (const selector of ['#input', '#composer button[type=submit]', '#title', '#log']) {
                const { top, bottom, left, right, width, height } = document.querySelector(selector).getBoundingClientRect();
                if (!width || !height || top < 0 || left < 0 || bottom > innerHeight + 1 || right > innerWidth + 1) faults.push(`${selector} is out of sight`);
            }
            const rows = [...document.querySelectorAll('#log > *')];
            rows.forEach((it, i) => {
                if (i && it.getBoundingClientRect().top < rows[i - 1].getBoundingClientRect().bottom - 1) faults.push(`row ${i} is over the one above it`);
                if (it.classList.contains('line') && !/content|paint/.test(getComputedStyle(it).contain)) faults.push(`row ${i} paints beyond itself`);
            });
            if (document.querySelectorAll('dialog[open]').length) faults.push('a dialog is open');
            return faults;
            """;

    /** Lets the test speak for the server: what it tells has passed no filter. */
    private static final String MEDDLE = """
            const Real = WebSocket;
            window.WebSocket = class extends Real {
                constructor(...all) {
                    super(...all);
                    window.tell = (event) => this.onmessage({ data: JSON.stringify(event) + '\\n' });
                }
            };
            """;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldShowWhatPeopleWriteAsText() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Person eve = server.telnet("eve");
        for (String text : HostileTexts.all()) {
            eve.types("/all " + text);
            eve.types("/me " + text);
            eve.types("/topic " + text);
            eve.types("/private ann " + text);
        }
        eve.types("/all that was all");
        ann.reads("eve: that was all");
        assertHarmless(ann, "texts");
        ann.goesTo("eve");
        assertHarmless(ann, "private texts");
    }

    @Test
    void shouldShowNamesAndRoomsThatMeanSomethingToScripts() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        for (String word : WORDS) {
            Person person = server.telnet(word);
            person.types("hello from " + word);
            person.types("/private ann hello");
            ann.reads(word + ": hello from " + word);
            person.types("/join " + word);
            ann.says("/join " + word);
            ann.awaits("the room", () -> ann.title().equals("# " + word.toLowerCase(Locale.ROOT)));
            person.types("hello in " + word);
            ann.reads(word + ": hello in " + word);
            ann.goesTo("lobby");
            ann.awaits("the lobby", () -> ann.title().equals("# lobby"));
        }
        ann.types("con");
        ann.presses(Keys.TAB);
        assertThat(ann.rooms()).hasSize(WORDS.size() + 1);
        assertThat(ann.privates()).hasSize(WORDS.size());
        assertHarmless(ann, "names and rooms");
    }

    @Test
    void shouldBeSafeByItself() {
        Page ann = meddled(BROWSER.opens(server.page()));
        tellAll(ann);
        assertHarmless(ann, "a hostile server");
        ann.run("document.querySelector('#person-list .conversation').click()");
        assertHarmless(ann, "a hostile server, privately");
        ann.run("document.querySelectorAll('#room-list .conversation')[3].click()");
        assertHarmless(ann, "a hostile server, in a room");
        ann.types("@");
        assertHarmless(ann, "a hostile server, with completions");
    }

    @Test
    void shouldBeSafeByItselfOnAPhone() {
        Page ann = meddled(BROWSER.opensOnPhone(server.page()));
        tellAll(ann);
        assertHarmless(ann, "a hostile server, on a phone");
        ann.clicks("#open-rooms");
        assertHarmless(ann, "a hostile server, rooms on a phone");
        ann.presses(Keys.ESCAPE);
        ann.clicks("#open-people");
        assertHarmless(ann, "a hostile server, people on a phone");
    }

    @Test
    void shouldTakeTheRoomInALinkForAName() {
        Page ann =
                BROWSER.opens(server.page(), "#room=%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E%22%27__proto__");
        ann.awaits("#entry-name").sendKeys("ann", Keys.ENTER);
        ann.awaits("#chat");
        ann.awaits("the lobby", () -> ann.title().equals("# lobby"));
        assertHarmless(ann, "a hostile link");
    }

    private static Page meddled(Page page) {
        page.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", MEDDLE));
        page.reloads();
        return page.joins("ann");
    }

    /** Every text in every place of every kind of event that the page shows. */
    private static void tellAll(Page page) {
        page.run("""
                const at = new Date().toISOString();
                arguments[0].forEach((text, i) => {
                    const id = (n) => ({ id: `x-${1000 + i * 10 + n}`, at });
                    const room = 'lobby';
                    tell({ event: 'message', room, from: text, text, ...id(0) });
                    tell({ event: 'action', room, from: text, text, ...id(1) });
                    tell({ event: 'topic', room, from: text, text, words: [text], ...id(2) });
                    tell({ event: 'presence', room, joined: [text], left: [], renamed: [], words: [`* ${text} joined`], ...id(3) });
                    tell({ event: 'moderated', room, action: 'kick', whom: text, by: text, because: text, words: [text], ...id(4) });
                    tell({ event: 'private', from: text, text, at });
                    tell({ event: 'joined', room: text, topic: text, people: 1, owner: false, words: [text], ...id(5) });
                    tell({ event: 'message', room: text, from: text, text, ...id(6) });
                    tell({ event: 'away-is', name: text, text, words: [text] });
                    tell({ event: 'failure', code: text, text, words: [text] });
                    tell({ event: text, text, words: [text, `  ${text}   ${text}`] });
                    tell({ event: 'name-lost', before: 'ann', name: text, words: [text] });
                    tell({ event: 'away', text, words: [text] });
                });
                """, HostileTexts.all());
        page.awaits("the last one", () -> page.rooms().size() > 50);
    }

    @SuppressWarnings("unchecked")
    private static void assertHarmless(Page page, String where) {
        page.awaitsThat(
                where,
                () -> (List<String>) page.run(FAULTS),
                it -> assertThat(it).isEmpty());
        page.screenshot("hostile " + where);
    }
}

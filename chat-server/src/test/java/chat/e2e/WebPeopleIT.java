package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is in a room: what the page shows, and how seldom it asks. */
@Tag("long")
class WebPeopleIT {
    /** Runs the list with a room and a server that are none, and a clock that stands. */
    private static final String ASKS = """
            const done = arguments[arguments.length - 1];
            const own = window.setTimeout;
            let due = [];
            const held = (act) => {
                window.setTimeout = (task, millis) => due.push({ task, millis });
                try { act(); } finally { window.setTimeout = own; }
            };
            const passes = async () => {
                held(() => due.splice(0).forEach(({ task }) => task()));
                await new Promise((answered) => own(answered, 0));
            };
            (async () => {
                const loaded = performance.getEntriesByType('resource').map((it) => it.name);
                const { People } = await import(loaded.find((it) => /\\/people\\b[^/]*$/.test(it)));
                const room = { name: 'tea', isRoom: true, isBack: true, isPeopled: false, people: new Map(), peopledAt: 0 };
                const chat = new EventTarget();
                Object.assign(chat, { current: room, me: 'ann', registered: false, away: null, awayPeople: new Map(), room: () => room, hasRoom: () => true });
                const asked = [];
                let names = ['ann'];
                const ask = async (line) => (asked.push(line), { event: { event: 'users', room: 'tea', names, registered: [] } });
                const part = () => document.createElement('input');
                const parts = { aside: part(), label: part(), list: document.createElement('ul'), count: part(), more: part(), filter: part(), open: part() };
                const link = { isHome: true, ask };
                const ownInterval = window.setInterval;
                let tick;
                window.setInterval = (task) => (tick = task);
                const people = new People(chat, link, parts);
                window.setInterval = ownInterval;
                const seen = [];
                const step = async (what, act) => {
                    held(act);
                    const wait = due.length ? Math.max(...due.map(({ millis }) => millis)) : 0;
                    await passes();
                    seen.push(`${what}: ${asked.splice(0).length} asked${wait > 3500 ? ' late' : ''}`);
                };
                const tells = () => chat.dispatchEvent(new CustomEvent('people', { detail: room }));
                const comes = (name) => { names = [...names, name]; room.people.set(name, { registered: false }); tells(); };
                const goes = (name) => { names = names.filter((it) => it !== name); room.people.delete(name); tells(); };
                await step('first', () => people.look());
                await step('looked at again', () => people.look());
                const now = Date.now;
                const laterBy = (millis) => (Date.now = () => now() + millis);
                laterBy(50_000);
                await step('looked at soon', () => people.look());
                laterBy(70_000);
                await step('looked at later', () => people.look());
                await step('and again', () => people.look());
                laterBy(100_000);
                await step('it stays in sight for a while', () => tick());
                laterBy(140_000);
                await step('it stays in sight for longer', () => tick());
                await step('and on', () => tick());
                laterBy(210_000);
                Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
                await step('it is out of sight', () => tick());
                delete document.hidden;
                link.isHome = false;
                await step('there is no connection', () => tick());
                link.isHome = true;
                await step('three come', () => { comes('bob'); comes('carl'); comes('dora'); });
                await step('one goes', () => goes('bob'));
                await step('one is away', tells);
                await step('one comes back', () => comes('bob'));
                names = Array.from({ length: 500 }, (_, i) => `guest${i}`);
                await people.ask(room);
                asked.length = 0;
                Math.random = () => 0.5;
                await step('one of many goes', () => goes('guest7'));
                await step('one of many comes', () => comes('eve'));
                await step('all come back', () => { chat.dispatchEvent(new CustomEvent('came', { detail: room })); people.look(); });
                names.push('more', 'and more');
                await people.ask(room);
                asked.length = 0;
                await step('one of very many comes', () => comes('zoe'));
                laterBy(1_000_000);
                await step('very many are looked at later', () => people.look());
                await step('very many stay in sight', () => tick());
                Date.now = now;
                return seen;
            })().then(done, (error) => done([String(error)]));
            """;

    private static final String A_MINUTE_PASSES = "const now = Date.now; Date.now = () => now() + 70_000";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldTellWhoIsThereToWhoAsks() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        server.telnet("bob");
        Person carl = server.telnet("carl");
        carl.types("/register correct horse");
        carl.reads("The name carl is yours now. Next time, type /login carl");
        ann.says("/allusers");
        ann.readsSomethingWith("3 people in lobby (* has logged in): ann, bob, carl*");
    }

    @Test
    void shouldShowWhoIsAwayAsSoonAsTheListIsThere() {
        Person bob = server.telnet("bob");
        bob.types("/away lunch");
        bob.roundTrip();
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob away"));
        ann.says("/allusers");
        ann.readsSomethingWith("2 people in lobby: ann, bob (away)");
        ann.says("/private bob soup?");
        ann.goesTo("lobby");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob away: lunch"));
        bob.types("I am back");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob"));
    }

    @Test
    void shouldLearnWhoIsAwayWhenTheRoomIsLookedAtAgain() {
        Person bob = server.telnet("bob");
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob"));
        bob.types("/away lunch");
        bob.roundTrip();
        ann.run(A_MINUTE_PASSES);
        ann.says("/join tea");
        ann.awaits("the room", () -> ann.title().equals("# tea"));
        ann.goesTo("lobby");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob away"));
        bob.types("/away");
        bob.roundTrip();
        ann.run(A_MINUTE_PASSES);
        ann.run("document.dispatchEvent(new Event('visibilitychange'))");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob"));
    }

    @Test
    void shouldShowInTheListWhatAnAnswerSays() {
        Person bob = server.telnet("bob");
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob"));
        bob.types("/away lunch");
        bob.roundTrip();
        ann.says("/allusers");
        ann.readsSomethingWith("2 people in lobby: ann, bob (away)");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob away"));
        bob.types("/away");
        bob.roundTrip();
        ann.says("/allusers");
        ann.readsSomethingWith("2 people in lobby: ann, bob");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob"));
    }

    @Test
    void shouldLearnWhoIsAwayWhileTheRoomStaysInSight() {
        Person bob = server.telnet("bob");
        Page ann = BROWSER.opens(server.page());
        ann.runsFirst("const own = setInterval; window.setInterval = (task, millis) => own(task, millis / 100)");
        ann.reloads();
        ann.joins("ann");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob"));
        bob.types("/away lunch");
        bob.roundTrip();
        ann.run(A_MINUTE_PASSES);
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob away"));
        bob.types("/away");
        bob.roundTrip();
        ann.run(A_MINUTE_PASSES);
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob"));
    }

    @Test
    void shouldAskForTheMarksOnlyWhenSomebodyIsNew() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        assertThat((List<?>) ann.runAsync(ASKS))
                .asString()
                .isEqualTo(List.of(
                                "first: 1 asked",
                                "looked at again: 0 asked",
                                "looked at soon: 0 asked",
                                "looked at later: 1 asked",
                                "and again: 0 asked",
                                "it stays in sight for a while: 0 asked",
                                "it stays in sight for longer: 1 asked",
                                "and on: 0 asked",
                                "it is out of sight: 0 asked",
                                "there is no connection: 0 asked",
                                "three come: 1 asked",
                                "one goes: 0 asked",
                                "one is away: 0 asked",
                                "one comes back: 1 asked",
                                "one of many goes: 0 asked",
                                "one of many comes: 1 asked late",
                                "all come back: 1 asked",
                                "one of very many comes: 0 asked",
                                "very many are looked at later: 0 asked",
                                "very many stay in sight: 0 asked")
                        .toString());
    }
}

// One WebSocket to the server: lines out, events in, and whether anybody is still at the other end.

const SILENCE_MS = 20_000; // after so long without a word the server is asked
const ANSWER_MS = 15_000; // and is gone if it says nothing for so long then
const PASSWORD_MS = 90_000; // unless it looks at a password, before which it answers nothing else
const TICK_MS = 1000;
const ASLEEP_MS = 5 * TICK_MS; // a clock that was late by so much stood still: the machine slept, or the tab was in the background

/** Carries lines to the server and events back, until it is closed. Tells 'open', 'event' (detail: the event) and 'close'. */
export class Socket extends EventTarget {
    #ws;
    #rest = '';
    #timer;
    #ticked = Date.now();
    #heard = Date.now();
    #askedAt = Date.now(); // connecting is a question, too
    #patience = ANSWER_MS;
    #slept = false; // since it was asked

    constructor(url) {
        super();
        this.#ws = new WebSocket(url, 'chat.json');
        this.#ws.onopen = () => {
            this.#hear();
            this.dispatchEvent(new Event('open'));
        };
        this.#ws.onmessage = ({ data }) => this.#take(data);
        this.#ws.onclose = () => this.#end();
        this.#timer = setInterval(() => this.#look(), TICK_MS);
    }

    /** Whether nothing can be sent yet. */
    get isConnecting() {
        return this.#ws.readyState === WebSocket.CONNECTING;
    }

    /** Sends one line, in which a line break becomes a blank: what follows it would be a line of its own. */
    send(line) {
        if (this.#ws.readyState === WebSocket.OPEN) {
            this.#ws.send(line.replace(/[\r\n]+/g, ' ') + '\n');
            this.#patience = /^(@\S+ )?\/(secret|login|register|password|unregister)\b/.test(line) ? PASSWORD_MS : this.#patience;
        }
    }

    /** Ends it; 'close' is told at once, however long the network takes. */
    close() {
        this.#ws.close();
        this.#end();
    }

    /** Asks now whether the server is there: after sleep, or when the network has changed. */
    probe() {
        if (this.#askedAt === null) {
            this.#ask();
        }
    }

    // A frame may hold many lines, and a line may come in several frames.
    #take(data) {
        this.#hear();
        const lines = (this.#rest + data).split('\n');
        this.#rest = lines.pop();
        for (const line of lines) {
            const event = parsed(line);
            if (event) {
                this.dispatchEvent(new CustomEvent('event', { detail: event }));
            }
        }
    }

    #hear() {
        this.#heard = Date.now();
        this.#askedAt = null;
        this.#patience = ANSWER_MS;
    }

    #look() {
        const now = Date.now();
        const slept = now - this.#ticked > ASLEEP_MS;
        this.#ticked = now;
        if (this.#askedAt === null) {
            if (slept || now - this.#heard >= SILENCE_MS) {
                this.#ask();
            }
        } else if (slept && !this.#slept) {
            this.#slept = true;
            this.#askedAt = now; // the answer has had no time to come; it has if that is so at each look, as in a hidden tab
        } else if (now - this.#askedAt >= this.#patience) {
            this.close();
        }
    }

    #ask() {
        this.#slept = false;
        this.#askedAt = Date.now();
        this.send('@alive /ping');
    }

    #end() {
        if (this.#ws.onclose) {
            this.#ws.onclose = this.#ws.onmessage = this.#ws.onopen = null;
            clearInterval(this.#timer);
            this.dispatchEvent(new Event('close'));
        }
    }
}

/** What a newer server says in a way that this page does not know is passed over. */
function parsed(line) {
    try {
        const event = JSON.parse(line);
        return typeof event?.event === 'string' ? event : null;
    } catch {
        return null;
    }
}

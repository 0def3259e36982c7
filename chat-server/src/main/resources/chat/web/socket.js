// One WebSocket to the server: lines out, events in, and whether anybody is still at the other end.

const ANSWER_MS = 15_000; // a server that says nothing for so long is gone
const SILENCE_MS = 20_000; // after so long without a word it is asked

/** Carries lines to the server and events back, until it is closed. Tells 'open', 'event' (detail: the event) and 'close'. */
export class Socket extends EventTarget {
    #ws;
    #rest = '';
    #timer;
    #heard = 0;
    #asked = false;

    constructor(url) {
        super();
        this.#ws = new WebSocket(url, 'chat.json');
        this.#ws.onopen = () => {
            this.#listen();
            this.dispatchEvent(new Event('open'));
        };
        this.#ws.onmessage = ({ data }) => this.#take(data);
        this.#ws.onclose = () => this.#end();
        this.#listen(); // connecting takes no longer either
    }

    /** Sends one line, which must not contain a line break. */
    send(line) {
        if (this.#ws.readyState === WebSocket.OPEN) {
            this.#ws.send(line + '\n');
        }
    }

    /** How much waits to be sent, in bytes. */
    get waiting() {
        return this.#ws.bufferedAmount;
    }

    /** Ends it; 'close' is told at once, however long the network takes. */
    close() {
        this.#ws.close();
        this.#end();
    }

    /** Asks now whether the server is there: after sleep, or when the network has changed. */
    probe() {
        if (!this.#asked) {
            this.#heard = Date.now() - SILENCE_MS;
            this.#look();
        }
    }

    // A frame may hold many lines, and a line may come in several frames.
    #take(data) {
        this.#listen();
        const lines = (this.#rest + data).split('\n');
        this.#rest = lines.pop();
        for (const line of lines) {
            const event = parsed(line);
            if (event) {
                this.dispatchEvent(new CustomEvent('event', { detail: event }));
            }
        }
    }

    #listen() {
        this.#heard = Date.now();
        this.#asked = false;
        this.#timer ??= setInterval(() => this.#look(), 1000);
    }

    #look() {
        const silent = Date.now() - this.#heard;
        if (silent >= SILENCE_MS + ANSWER_MS) {
            this.close();
        } else if (silent >= SILENCE_MS && !this.#asked) {
            this.#asked = true;
            this.#heard = Date.now() - SILENCE_MS; // a laptop that slept gets its answer's time in full
            this.send('@alive /ping');
        }
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
        return JSON.parse(line);
    } catch {
        return null;
    }
}

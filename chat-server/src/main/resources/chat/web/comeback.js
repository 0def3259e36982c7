// When a lost connection is made again.

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** Waits longer from time to time, and each page for another time: a thousand of them do not come back in the same moment. */
export class Comeback {
    #connect;
    #wait = FIRST_WAIT_MS;
    #timer = null;

    /** @param connect makes the connection */
    constructor(connect) {
        this.#connect = connect;
    }

    /** Connects by and by; in how many seconds. */
    later() {
        const wait = this.#wait * (0.75 + Math.random() / 2);
        this.#wait = Math.min(LONGEST_WAIT_MS, this.#wait * 2);
        this.#timer = setTimeout(() => this.now(), wait);
        return Math.ceil(wait / 1000);
    }

    /** Connects now, if that was to be later. */
    now() {
        if (this.#timer !== null) {
            this.stop();
            this.#connect();
        }
    }

    stop() {
        clearTimeout(this.#timer);
        this.#timer = null;
    }

    /** The connection stands: the next loss is the first again. */
    stands() {
        this.#wait = FIRST_WAIT_MS;
    }
}

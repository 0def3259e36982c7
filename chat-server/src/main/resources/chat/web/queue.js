// What was typed and not yet answered: kept, numbered, and sent again after a lost connection, so that each line is done once.

/** Lines in the order in which they were typed. The server takes each number once. */
export class Queue {
    #lines = []; // { number, line, sent, answer }
    #next;

    /** @param {number} next the number of the first line */
    constructor(next = 1) {
        this.#next = next;
    }

    /** The number that the next line gets. */
    get next() {
        return this.#next;
    }

    get size() {
        return this.#lines.length;
    }

    /** A number of its own for a line that is not kept. */
    take() {
        return this.#next++;
    }

    /** Adds a line; answers a promise of the event that answers it. */
    add(line) {
        const entry = { number: this.#next++, line, sent: false };
        const promise = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
        this.#lines.push(entry);
        return promise;
    }

    /** The lines that may be sent now, so that at most `most` are unanswered. */
    due(most) {
        return this.#lines.slice(0, most).filter((entry) => !entry.sent);
    }

    /** The connection was lost: what was not answered is to be sent again. */
    unsend() {
        for (const entry of this.#lines) {
            entry.sent = false;
        }
    }

    /** Takes the answer to a number; false if it is not waited for. */
    answer(number, event) {
        const index = this.#lines.findIndex((entry) => entry.number === number);
        if (index < 0) {
            return false;
        }
        const [entry] = this.#lines.splice(index, 1);
        entry.resolve(event);
        return true;
    }

    /**
     * The server has forgotten what it took: what was sent may have been done or not, so it is not sent again.
     * @returns the number of lines about which nobody knows
     */
    giveUpSent(wasSent) {
        const doubtful = this.#lines.filter((entry) => wasSent.has(entry.number));
        this.#lines = this.#lines.filter((entry) => !wasSent.has(entry.number));
        for (const entry of doubtful) {
            entry.resolve({ event: 'unknown' });
        }
        return doubtful.length;
    }

    /** The numbers of what has been sent and not answered. */
    sentNumbers() {
        return new Set(this.#lines.filter((entry) => entry.sent).map((entry) => entry.number));
    }

    /** Everything that waits, taken back. */
    clear() {
        const lines = this.#lines;
        this.#lines = [];
        for (const entry of lines) {
            entry.resolve({ event: 'unsent', line: entry.line });
        }
    }
}

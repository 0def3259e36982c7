// What was typed and not yet answered: kept, numbered, and sent again after a lost connection, so that each line is done once.

/** What can wait: lines, and characters in them. */
export const MOST_LINES = 500;
export const MOST_CHARACTERS = 500_000;
const WINDOW = 8; // lines unanswered at a time

/**
 * Lines in the order in which they were typed. Each gets its number when it is first sent, and the server takes each number once.
 *
 * A server that was started again has forgotten the numbers, and says 0, as one does that has taken nothing yet. So the first thing
 * that a server is sent under a key has a number, too (the mark); once that is confirmed, an answer below it means that the server
 * has forgotten.
 */
export class Queue {
    #lines = []; // { line, room, number, sent, resolve }
    #numbers = 0;
    #confirmed = 0;
    #changed;

    /** @param changed is told when the luggage is another one than before, and in front of each line that is sent */
    constructor(changed = () => {}) {
        this.#changed = changed;
    }

    get size() {
        return this.#lines.length;
    }

    /** Whether texts can be added, or only when others are answered. */
    hasRoomFor(texts) {
        const characters = [...this.#lines.map(({ line }) => line), ...texts].reduce((sum, text) => sum + text.length, 0);
        return this.#lines.length + texts.length <= MOST_LINES && characters <= MOST_CHARACTERS;
    }

    /** Whether the server is not known to remember numbers, so that it has to be marked first. */
    get needsMark() {
        return this.#confirmed === 0;
    }

    /** A number that no line has. */
    mark() {
        return ++this.#numbers;
    }

    /** The server has taken a number. */
    confirmed(number) {
        this.#confirmed = Math.max(this.#confirmed, number);
        this.#changed();
    }

    /**
     * Adds a line.
     * @param {?string} room in which it is to be said; null if that does not matter
     * @returns a promise of {event, past}: its answer, and what the server told in front of that
     */
    add(line, room) {
        return new Promise((resolve) => this.#lines.push({ line, room, number: 0, sent: false, resolve }));
    }

    /**
     * The line that may be sent now, if there is one. Words go one behind the other; a command may change in which room they are
     * said, so it waits for all before it, and all behind it wait for it.
     */
    get due() {
        const underWay = this.#lines.filter((entry) => entry.sent);
        const next = this.#lines.find((entry) => !entry.sent);
        const isFree = next && (underWay.length === 0 || (underWay.length < WINDOW && isWords(next) && underWay.every(isWords)));
        return isFree ? next : null;
    }

    /** Whether lines wait that are not under way. */
    get hasUnsent() {
        return this.#lines.some((entry) => !entry.sent);
    }

    /** Whether nothing is under way. */
    get isStill() {
        return !this.#lines.some((entry) => entry.sent);
    }

    /** A line is sent; its number. */
    send(entry) {
        entry.sent = true;
        entry.number ||= ++this.#numbers;
        this.#changed();
        return entry.number;
    }

    /** Takes the answer to a line. */
    answer(entry, answer) {
        const index = this.#lines.indexOf(entry);
        if (index >= 0) {
            this.#lines.splice(index, 1);
            this.#changed();
            entry.resolve(answer);
        }
    }

    /** The line that has been under way longest. */
    get oldest() {
        return this.#lines.find((entry) => entry.sent) ?? null;
    }

    /** The connection was lost. */
    unsend() {
        this.#lines.forEach((entry) => (entry.sent = false));
    }

    /**
     * The server tells which number it took last.
     * @returns the lines whose fate nobody knows, because it has forgotten; they leave
     */
    resumed(last) {
        const hasForgotten = last < this.#confirmed;
        this.#confirmed = last;
        this.#numbers = Math.max(this.#numbers, last);
        const doubtful = hasForgotten ? this.#lines.filter((entry) => entry.number) : [];
        this.#lines = this.#lines.filter((entry) => !doubtful.includes(entry));
        this.#changed();
        return doubtful;
    }

    /** What a reload of the page takes along. Passwords stay behind. */
    get luggage() {
        const lines = this.#lines.filter(({ line }) => !isSecret(line)).map(({ line, room, number }) => ({ line, room, number }));
        return { numbers: this.#numbers, confirmed: this.#confirmed, lines };
    }

    /**
     * Takes up what was there before.
     * @returns for each line a promise of its answer, beside it
     */
    unpack({ numbers, confirmed, lines }) {
        this.#numbers = numbers;
        this.#confirmed = confirmed;
        return lines.map(({ line, room, number }) => {
            const answer = this.add(line, room);
            this.#lines.at(-1).number = number;
            return { line, room, answer };
        });
    }
}

/** Whether a line has a password in it. */
export const isSecret = (line) => /^[\s\p{Cf}]*[/\uff0f](login|register|password|unregister|secret)\b/iu.test(line);

const isWords = ({ line }) => /^\/(all|me|private) /.test(line);

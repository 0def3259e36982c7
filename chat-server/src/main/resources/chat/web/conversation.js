// What is known of a room, or of a private conversation: its lines and people. Knows nothing of the page.

import { isBefore } from './line.js';

/** The room in which everybody begins. */
export const LOBBY = 'lobby';

/** What a room may be called. */
export const ROOM_RULE = "A room's name is one word: 1 to 24 letters, digits, - _ or .";

const MOST_LINES = 4000; // of one conversation, kept by the page; the rest is fetched when it is scrolled to
const SLACK = 200; // so that not each new line lets go of an old one

/** A room, or the private conversation with one person. */
export class Conversation {
    lines = [];
    /** The place of the first line; places do not change when lines come or go at either end. */
    first = 0;
    unread = 0;
    mentions = 0;
    topic = '';
    draft = '';
    /** How far the news of the room were read; how far it was when we came back; whether we have; what opens it. */
    lastId = null;
    backId = null;
    isBack = false;
    key = null;
    /** Whether the server may have lines from before the first, and whether newer ones were let go of. */
    hasOlder = true;
    hasNewer = false;
    /** Whether the newest lines were fetched, and whether who is there was asked. */
    isFetched = false;
    isPeopled = false;
    peopledAt = 0; // when that was
    people = new Map();
    #ids = new Set();
    #later = []; // lines that came while newer ones than the last were let go of

    constructor(name, isRoom) {
        this.name = name;
        this.isRoom = isRoom;
    }

    /** Adds a line at the end; false if it is there already. */
    append(line) {
        if (line.id && this.#ids.has(line.id)) {
            return false;
        }
        if (this.hasNewer) {
            this.#wait(line);
        } else {
            line.id && this.#ids.add(line.id);
            this.lines.push(line);
            this.#trimOldest();
        }
        return true;
    }

    // The server has most of them, and they are fetched with what is missing in front; some are known here only.
    #wait(line) {
        this.#later.push(line);
        if (this.#later.length > MOST_LINES + SLACK) {
            this.#later.splice(0, SLACK);
        }
    }

    /** Adds what was said before the first line. */
    prepend(lines) {
        const unknown = this.#unknown(lines);
        this.lines.unshift(...unknown);
        this.first -= unknown.length;
        if (this.lines.length > MOST_LINES + SLACK) {
            this.lines.splice(MOST_LINES).forEach((line) => this.#ids.delete(line.id));
            this.hasNewer = true;
        }
        return unknown.length;
    }

    /** Adds what follows the last line, when newer ones had been let go of. */
    extend(lines) {
        const unknown = this.#unknown(lines);
        this.lines.push(...unknown);
        this.#trimOldest();
        return unknown.length;
    }

    /** The last line is the newest again, but for what came meanwhile. */
    whole() {
        this.hasNewer = false;
        const last = this.lastShownId;
        this.#later.splice(0).filter(({ id }) => !isBefore(id, last)).forEach((line) => this.append(line));
    }

    /** Begins anew with the newest lines that the server has; what is only known here, and was told later, stays behind them. */
    restart(lines, newestId) {
        const since = lines.at(-1)?.at ?? new Date(0);
        const isNewer = ({ id, at, pending, failed }) => (id ? isBefore(newestId, id) : pending || failed || at >= since);
        const newer = [...this.lines, ...this.#later].filter(isNewer);
        this.clear();
        [...lines, ...newer].forEach((line) => this.append(line));
    }

    #unknown(lines) {
        const unknown = lines.filter((line) => !line.id || !this.#ids.has(line.id));
        unknown.forEach((line) => line.id && this.#ids.add(line.id));
        return unknown;
    }

    /** The id of the oldest line that has one. */
    get firstId() {
        return this.lines.find((line) => line.id)?.id ?? null;
    }

    /** The id of the newest line that has one. */
    get lastShownId() {
        return this.lines.findLast((line) => line.id)?.id ?? null;
    }

    /** The place behind the last line. */
    get end() {
        return this.first + this.lines.length;
    }

    /** The places of the first such line and behind the last, or null if there is none. */
    span(isSuch) {
        const from = this.lines.findIndex(isSuch);
        return from < 0 ? null : [this.first + from, this.first + this.lines.findLastIndex(isSuch) + 1];
    }

    /** The line at a place, or undefined. */
    at(place) {
        return this.lines[place - this.first];
    }

    knows(id) {
        return this.#ids.has(id);
    }

    /**
     * A line that was typed here has its id now, and stands where it stands for everybody.
     * @returns whether it had to move for that
     */
    placed(line, id) {
        line.id = id;
        const from = this.lines.indexOf(line);
        if (from < 0) {
            return false;
        }
        this.#ids.add(id);
        const to = this.lines.findLastIndex((other, i) => i > from && other.id && isBefore(other.id, id));
        if (to < 0) {
            return false;
        }
        this.lines.splice(from, 1);
        this.lines.splice(to, 0, line);
        return true;
    }

    /**
     * Whether a line that was typed here, and whose fate nobody knows, has come back with what was missed. Each that has come
     * back is one that was typed.
     */
    hasComeBack(line) {
        const all = [...this.lines, ...this.#later];
        const isIt = (it) => it.own && it.id && !it.matched && it.kind === line.kind && it.text.trim() === line.text.trim();
        const found = all.slice(all.indexOf(line) + 1).find(isIt);
        if (found) {
            found.matched = true;
        }
        return !!found;
    }

    /** Lets go of all lines. */
    clear() {
        this.lines = [];
        this.#later = [];
        this.#ids.clear();
        this.hasOlder = true;
        this.hasNewer = false;
    }

    /** Lets go of lines by what is the matter with them. They do not come again. */
    remove(isGone) {
        this.lines = this.lines.filter((line) => !isGone(line));
        this.#later = this.#later.filter((line) => !isGone(line));
    }

    #trimOldest() {
        if (this.lines.length > MOST_LINES + SLACK) {
            const gone = this.lines.splice(0, this.lines.length - MOST_LINES);
            gone.forEach((line) => this.#ids.delete(line.id));
            this.first += gone.length;
            this.hasOlder = true;
        }
    }
}

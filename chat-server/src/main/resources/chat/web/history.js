// Fetches what was said before, as far as somebody scrolls.

import { WORDS } from './chat.js';
import { isBefore } from './line.js';

const MOST_PAGES = 6; // of 1,000 lines, for those that a conversation keeps, and others between them

const isTakenBackAtTimes = ({ id, kind }) => !!id && WORDS.has(kind);

/** Fetches one thing at a time for each room. */
export class Past {
    #chat;
    #link;
    #busy = new Map(); // of rooms: the promise that what is on its way is there
    #next = new Map(); // and that the newest lines are, which wait for that

    constructor(chat, link) {
        this.#chat = chat;
        this.#link = link;
    }

    /** What was said before the first line that is known. */
    older(room) {
        return this.#once(room, async () => {
            const first = room.firstId;
            const answer = first && (await this.#link.ask(`/history before ${first} ${room.name}`));
            if (answer) {
                room.hasOlder = answer.event.event === 'history' && answer.event.next !== '' && answer.past.length > 0;
                this.#chat.past(room, answer.past, 'front');
            }
        });
    }

    /** What was said behind the last line that is still known. */
    newer(room) {
        return this.#once(room, async () => {
            const answer = await this.#link.ask(`/history after ${room.lastShownId} ${room.name}`);
            if (answer) {
                this.#chat.past(room, answer.past, 'end');
                if (answer.event.event !== 'history' || answer.event.next === '') {
                    room.whole();
                    this.#chat.lines(room, 'all');
                }
            }
        });
    }

    /**
     * Some of the lines that are known were taken back, and nobody has said which: those that the server does not have go.
     * @returns a promise of whether that is done
     */
    async revise(room) {
        await this.#busy.get(room);
        let isDone = false;
        await this.#once(room, async () => {
            const known = room.lines.filter(isTakenBackAtTimes);
            const kept = await this.#kept(room, known);
            if (kept) {
                const gone = new Set(known.filter(({ id }) => !kept.has(id)));
                room.remove((line) => gone.has(line));
                this.#chat.lines(room, 'all');
                isDone = true;
            }
        });
        return isDone;
    }

    /** The ids of what is there still where the known lines are; null if nobody knows. */
    async #kept(room, known) {
        const kept = new Set();
        const ask = async (which) => {
            const answer = await this.#link.ask(`/history ${which} ${room.name}`);
            answer?.past.forEach(({ id }) => kept.add(id));
            return answer?.event.event === 'history' ? answer.event : null;
        };
        const last = known.at(-1)?.id;
        let event = known.length > 1 && (await ask(`before ${known[1].id}`)); // for the first; then what is behind it, page by page
        for (let pages = 0, after = known[0]?.id; event && pages < MOST_PAGES; pages++, after = event?.id) {
            event = await ask(`after ${after}`);
            if (event && (event.next === '' || kept.has(last) || isBefore(last, event.id))) {
                return kept;
            }
        }
        return null;
    }

    /** The newest lines, instead of all that are known; after what is on its way, which may have been taken back meanwhile. */
    latest(room) {
        if (!this.#busy.has(room)) {
            return this.#once(room, () => this.#latest(room));
        }
        if (!this.#next.has(room)) {
            this.#next.set(room, this.#busy.get(room).then(() => {
                this.#next.delete(room);
                return this.latest(room);
            }));
        }
        return this.#next.get(room);
    }

    async #latest(room) {
        room.isFetched = true; // who finds out meanwhile that it is stale asks again
        const answer = await this.#link.askIn(room.name, '/history 100');
        if (answer?.event.event === 'history' && answer.event.room === room.name) {
            this.#begin(room, answer);
        } else {
            room.isFetched = false;
        }
    }

    #begin(room, { event, past }) {
        this.#chat.past(room, past, 'anew', event.id);
        room.hasOlder = event.next !== '';
    }

    #once(room, fetch) {
        if (!this.#busy.has(room)) {
            this.#busy.set(room, fetch().finally(() => this.#busy.delete(room)));
        }
        return this.#busy.get(room);
    }
}

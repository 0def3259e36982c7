// Sends what was typed, each line in the room that it is meant for, as fast as the server answers.

import { roomNow } from './events.js';

/** Empties the queue on one connection after the other. */
export class Sender {
    #queue;
    #write;
    #isHome = false;
    #room = null; // in which the server takes words to be said; null if that is not known
    #ways = new Set(); // to other rooms, that are not answered yet

    /**
     * @param queue what was typed
     * @param write sends a line with a tag: a promise of its answer, or of null if the connection is lost before
     */
    constructor(queue, write) {
        this.#queue = queue;
        this.#write = write;
    }

    /** Words are said in a room now; null if it is not known in which. */
    isIn(room) {
        this.#room = room;
    }

    /** We are in all our rooms. */
    home() {
        this.#isHome = true;
        this.pump();
    }

    lost() {
        this.#isHome = false;
        this.#ways.clear();
        this.#queue.unsend();
    }

    /** The server tells something that answers no line. */
    learn(event) {
        this.#room = roomNow(event) ?? this.#room;
    }

    /** Sends what may be sent. */
    pump() {
        for (let next = this.#queue.due; next && this.#isHome && this.#ways.size === 0 && !this.#queue.needsMark; next = this.#queue.due) {
            if (next.room && next.room !== this.#room) {
                if (this.#queue.isStill) {
                    this.#sendThere(next);
                }
                return;
            }
            this.#send(next);
        }
    }

    /** The first line to be sent under a key, see Queue. */
    async mark() {
        const number = this.#queue.mark();
        if (await this.#write(String(number), '/ping')) {
            this.#queue.confirmed(number);
            this.pump();
        }
    }

    /** Makes a room the current one; a promise of the answer. */
    async goTo(room) {
        if (room === this.#room) {
            return null;
        }
        const way = {};
        this.#ways.add(way);
        const answer = await this.#write(null, `/room ${room}`);
        this.#ways.delete(way); // also if there was no connection, or it was lost on the way
        if (answer) {
            this.learn(answer.event);
        }
        return answer;
    }

    // What is meant for a room that does not have us any more is told to nobody else.
    async #sendThere(entry) {
        const answer = await this.goTo(entry.room);
        if (answer && answer.event.event !== 'current-room') {
            this.#queue.answer(entry, answer);
        }
        this.pump();
    }

    async #send(entry) {
        const number = this.#queue.send(entry);
        const answer = await this.#write(String(number), entry.line);
        if (answer && answer.event.event !== 'name-prompt') { // which means that it was not taken
            this.#queue.confirmed(number);
            this.answered(entry, answer);
        }
    }

    /** A line has its answer. */
    answered(entry, answer) {
        this.learn(answer.event);
        this.#queue.answer(entry, answer);
        this.pump();
    }
}

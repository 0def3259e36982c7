// What was typed before: Up and Down go through it, as in a terminal.

import { isSecret } from './queue.js';

const MOST = 200;

/** Remembers what was sent, for as long as the page is there. */
export class Recall {
    #sent = [];
    #place = null;
    #unsent = '';

    /** Whether something of before is shown. */
    get isBack() {
        return this.#place !== null;
    }

    /** Something was sent. What may hold a password is not kept. */
    add(text) {
        if (!isSecret(text) && this.#sent.at(-1) !== text) {
            this.#sent.push(text);
            this.#sent.splice(0, this.#sent.length - MOST);
        }
        this.#place = null;
    }

    /**
     * Goes back (-1) or forth (1).
     * @param {string} typed what stands there now
     * @returns what to show instead; null if there is no more
     */
    go(step, typed) {
        if (this.#place === null) {
            this.#unsent = typed;
            this.#place = this.#sent.length;
        }
        const place = this.#place + step;
        if (place < 0 || (this.#sent.length === 0 && step < 0)) {
            return null;
        }
        this.#place = place >= this.#sent.length ? null : place;
        return this.#sent[place] ?? this.#unsent;
    }
}

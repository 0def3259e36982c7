// Reads to those who cannot see the page what has come: once, and of very much the end.

const PAUSE_MS = 400; // what comes together is read together
const MOST = 4;

/** Puts lines where screen readers look. */
export class Speaker {
    #element;
    #waiting = [];
    #timer = null;

    /** @param element a live region */
    constructor(element) {
        this.#element = element;
    }

    say(text) {
        this.#waiting.push(text);
        this.#timer ??= setTimeout(() => this.#speak(), PAUSE_MS);
    }

    #speak() {
        this.#timer = null;
        const left = Math.max(0, this.#waiting.length - MOST);
        const texts = this.#waiting.splice(0).slice(-MOST);
        if (left) {
            texts.unshift(`${left} more messages`);
        }
        this.#element.replaceChildren(...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text.slice(0, 1000) })));
    }
}

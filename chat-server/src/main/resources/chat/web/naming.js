// Takes the person's name on each connection: logs in where there is a password, and tries again where that may help.

const TRIES = 6;
const AGAIN_MS = 1000;
const PASSING = new Set(['too-often', 'server-busy', 'name-taken', 'server-mistake']); // the password may be right all the same

/** The name to have, and how far one connection has come with it. */
export class Naming {
    name = null;
    /** Whether the server has said no, and something else has to be tried. */
    isRefused = false;
    #link;
    #password = null;
    #attempt = 0;

    constructor(link) {
        this.#link = link;
    }

    get hasPassword() {
        return this.#password !== null;
    }

    isNow(name, password) {
        this.name = name;
        this.#password = password;
        this.isRefused = false;
    }

    /** The server tells something: who goes by another name, or by one that is not registered any more, logs in no more. */
    learn({ event, name }) {
        if (event === 'name-accepted' || event === 'name-lost') {
            this.isNow(name, null);
        } else if (event === 'unregistered') {
            this.#password = null;
        }
    }

    /** Asks for the name. */
    async take() {
        const attempt = ++this.#attempt;
        for (let tries = 0; ; tries++) {
            const answer = await this.#ask();
            if (!answer || attempt !== this.#attempt) {
                return;
            }
            const { event } = answer;
            if (event.event === 'name-accepted' || event.event === 'logged-in') {
                this.name = event.name;
                await this.#link.named(event);
                return;
            }
            if (!this.#mayPass(event) || tries >= TRIES) {
                this.isRefused = true;
                this.#link.tell({ state: 'unnamed', text: event.text ?? '', code: event.code });
                return;
            }
            await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
            if (attempt !== this.#attempt) {
                return;
            }
        }
    }

    /** The connection was lost; the next one asks by itself, when the server has heard who it is. */
    lost() {
        this.#attempt++;
    }

    async #ask() {
        if (this.#password === null) {
            return this.#link.ask(`/setname ${this.name}`);
        }
        const question = await this.#link.ask(`/login ${this.name}`);
        return question?.event.event === 'password-prompt' ? this.#link.ask(`/secret ${this.#password}`) : question;
    }

    // The server may hold a name for a moment after its connection was lost.
    #mayPass({ code }) {
        return this.#link.isAgain && (this.#password === null ? code === 'name-taken' : PASSING.has(code));
    }
}

// What the server has been asked on one connection, and which answer belongs to what.

const TOLD_BEFORE = /^\/(history|search|mentions)\b/i; // commands whose answer has what was said before in front

/** Each line that is sent has a tag, and is answered by one event with that tag. */
export class Questions {
    #open = []; // { tag, collects, past, resolve }, in the order in which they were sent

    /** A line is sent; a promise of {event, past}, or of null if the connection is lost before the answer. */
    add(tag, command) {
        return new Promise((resolve) => this.#open.push({ tag, collects: TOLD_BEFORE.test(command), past: [], resolve }));
    }

    /** Takes an event; false if it is about nothing that was asked. */
    take(event) {
        if (event.tag === undefined) {
            const collecting = event.replay && this.#open.find(({ collects }) => collects);
            collecting?.past.push(event);
            return !!collecting;
        }
        const index = this.#open.findIndex(({ tag }) => tag === event.tag);
        if (index >= 0) {
            const [{ resolve, past }] = this.#open.splice(index, 1);
            resolve({ event, past });
        }
        return true; // an answer that nobody waits for any more is nobody's news
    }

    /** The connection is lost. */
    lost() {
        this.#open.splice(0).forEach(({ resolve }) => resolve(null));
    }
}

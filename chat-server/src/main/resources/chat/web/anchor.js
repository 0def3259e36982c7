// Scroll anchoring: what somebody reads stays where it is while rows come and go above it. Browsers do that by themselves for some
// changes only, and WebKit for none.

const HOLD_MS = 500;
const FAR_PX = 1000; // nobody scrolls so far at once

/** Moves a scrolled element along with its content, also while it is being scrolled. */
export class Anchor {
    #element;
    #top = 0; // where it was last
    #by = 0; // how far it was moved
    #until = 0; // when the move has been heard of everywhere

    constructor(element) {
        this.#element = element;
    }

    /**
     * Changes the content, and keeps in its place what is read.
     * @param seen answers what that is, before the change
     * @param rowOf answers its element, before and after
     */
    keep(seen, rowOf, change) {
        this.hold();
        const read = seen();
        const before = rowOf(read)?.getBoundingClientRect().bottom; // its head may come or go
        change();
        const after = rowOf(read);
        if (after) {
            this.#move(after.getBoundingClientRect().bottom - before);
        }
    }

    #move(by) {
        this.#top = this.#element.scrollTop + by;
        this.#by = by;
        this.#element.scrollTop = this.#top;
        this.#until = Math.abs(by) < FAR_PX || CSS.supports('overflow-anchor', 'none') ? 0 : performance.now() + HOLD_MS;
        this.hold();
    }

    /**
     * It may have been scrolled. WebKit scrolls in a thread of its own, which tells where it was before it has heard of a move, and so
     * undoes that, even at once; such a place is one move away from the last one, where a wheel or a finger comes only by and by.
     */
    hold() {
        if (performance.now() < this.#until) {
            const { scrollTop } = this.#element;
            if (Math.abs(scrollTop - (this.#top - this.#by)) < Math.abs(scrollTop - this.#top)) {
                this.#element.scrollTop += this.#by;
            }
            this.#top = this.#element.scrollTop;
        }
    }

    /** The person goes somewhere else. */
    release() {
        this.#until = 0;
    }
}

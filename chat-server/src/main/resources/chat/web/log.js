// The lines of the conversation that is looked at: a window of rows over all that is known, which follows the end or stays where
// somebody reads. However long the conversation is, the page has a few hundred rows.

import { anchored } from './anchor.js';
import { elementsOf } from './row.js';

const MOST_ROWS = 400;
const KEPT_ROWS = 200;
const STEP = 100;
const NEAR_PX = 600;
const END_PX = 30;

/** Tells 'older', 'newer' and 'newest' when lines are wanted that the conversation does not have; 'seen' at its end. */
export class Log extends EventTarget {
    #element;
    #toEnd;
    #count;
    #isOver;
    #conversation = null;
    #from = 0; // the window: the lines at the places [from, to) have rows
    #to = 0;
    #rows = new Map(); // line to its element
    #following = true;
    #unseen = 0;
    #frame = null;
    #shape = '';
    #look = null;

    /** @param isOver whether lines are only read, since the chat has ended */
    constructor(element, toEnd, count, isOver) {
        super();
        this.#element = element;
        this.#toEnd = toEnd;
        this.#count = count;
        this.#isOver = isOver;
        element.addEventListener('scroll', () => this.#scrolled(), { passive: true });
        toEnd.addEventListener('click', () => this.toEnd());
        new ResizeObserver(() => this.#following && this.#stick()).observe(element);
        this.#element.addEventListener('keydown', (event) => this.#key(event));
    }

    /** Whether the newest lines are seen. */
    get isFollowing() {
        return this.#following;
    }

    /** Shows another conversation, at its end. */
    show(conversation) {
        this.#conversation = conversation;
        this.toEnd();
    }

    /** Goes to the newest lines. */
    toEnd() {
        if (this.#conversation.hasNewer) {
            this.dispatchEvent(new Event('newest'));
            return;
        }
        this.#following || this.dispatchEvent(new Event('seen'));
        this.#following = true;
        this.#unseen = 0;
        this.#windowAtEnd();
        this.#rebuild();
        this.#stick();
        this.#showButton();
    }

    /** Lines have come to the end of the conversation; they are drawn together, once for each frame. */
    appended() {
        if (!this.#following) {
            this.#unseen++;
            this.#showButton();
        }
        this.#frame ??= requestAnimationFrame(() => this.#draw());
    }

    /** Something in the middle has changed, or lines have come to the front: what is read stays where it is. */
    changed() {
        if (this.#following) {
            this.#windowAtEnd();
            this.#rebuild();
            this.#stick();
        } else {
            [this.#from, this.#to] = this.#conversation.span((line) => this.#rows.has(line)) ?? [this.#from, this.#to]; // some may be gone
            this.#keepingPlace(() => {
                this.#to = Math.min(this.#to, this.#conversation.end);
                const step = this.#element.scrollTop < NEAR_PX ? STEP : 0; // what has come to the front is wanted
                this.#from = Math.max(this.#conversation.first, Math.min(this.#from, this.#to) - step);
                this.#to = Math.min(this.#to, this.#from + MOST_ROWS);
                this.#rebuild();
            });
        }
        this.#lookAround();
    }

    /** One line has changed. */
    redraw(line) {
        const old = this.#rows.get(line);
        if (old) {
            const { lines } = this.#conversation;
            const made = elementsOf(line, lines[lines.indexOf(line) - 1] ?? null, this.#isOver()).at(-1);
            old.replaceWith(made);
            this.#rows.set(line, made);
            this.#following && this.#stick();
        }
    }

    /** The line in whose row an element is, or undefined. */
    lineAt(element) {
        const found = element.closest('.line');
        return [...this.#rows].find(([, row]) => row === found)?.[0];
    }

    /** Scrolls by pages. */
    page(pages) {
        this.#element.scrollTop += pages * this.#element.clientHeight * 0.85;
    }

    #draw() {
        this.#frame = null;
        const { end } = this.#conversation;
        if (!this.#following) {
            return;
        }
        if (end - this.#to > STEP || this.#from < this.#conversation.first) {
            this.#windowAtEnd();
            this.#rebuild();
        }
        this.#element.append(...this.#makeAll(this.#to, end));
        this.#to = end;
        this.#dropAbove();
        this.#stick();
        this.#lookAround();
    }

    // Where nothing can be scrolled, or not any further, no scrolling tells that more is wanted.
    #lookAround() {
        this.#look ??= requestAnimationFrame(() => {
            this.#look = null;
            this.#fetch();
        });
    }

    #dropAbove() {
        if (this.#to - this.#from > MOST_ROWS) {
            while (this.#from < this.#to - KEPT_ROWS) {
                this.#drop(this.#from++);
            }
        }
    }

    #windowAtEnd() {
        const { first, end } = this.#conversation;
        this.#to = end;
        this.#from = Math.max(first, end - STEP);
    }

    #rebuild() {
        this.#rows.clear();
        this.#from = Math.max(this.#from, this.#conversation.first);
        this.#element.replaceChildren(...this.#makeAll(this.#from, this.#to));
    }

    #make(place) {
        const line = this.#conversation.at(place);
        const elements = elementsOf(line, this.#conversation.at(place - 1) ?? null, this.#isOver());
        this.#rows.set(line, elements.at(-1));
        return elements;
    }

    // The first row that is seen stays where it is.
    #keepingPlace(change) {
        const seen = this.#firstSeen();
        anchored(this.#element, () => this.#rows.get(seen), change);
    }

    #firstSeen() {
        const { top } = this.#element.getBoundingClientRect();
        for (let place = this.#from; place < this.#to; place++) {
            const line = this.#conversation.at(place);
            if (this.#rows.get(line)?.getBoundingClientRect().bottom > top) {
                return line;
            }
        }
        return null;
    }

    // Moves the window: rows come at one end and go at the other.
    #slide(from, to) {
        this.#keepingPlace(() => {
            while (this.#to > to) {
                this.#drop(--this.#to);
            }
            while (this.#from < from) {
                this.#drop(this.#from++);
            }
            if (from < this.#from) {
                this.#drop(this.#from); // it has another one above it now
                this.#element.prepend(...this.#makeAll(from, this.#from + 1));
                this.#from = from;
            }
            this.#element.append(...this.#makeAll(this.#to, to));
            this.#to = to;
        });
    }

    #makeAll(from, to) {
        const elements = [];
        for (let place = from; place < to; place++) {
            elements.push(...this.#make(place));
        }
        return elements;
    }

    #drop(place) {
        const line = this.#conversation.at(place);
        const element = this.#rows.get(line);
        if (element?.previousElementSibling?.className === 'day') {
            element.previousElementSibling.remove();
        }
        element?.remove();
        this.#rows.delete(line);
    }

    #stick() {
        this.#element.scrollTop = this.#element.scrollHeight;
        this.#shape = this.#shapeNow();
    }

    /** Changes when the page does, and not when somebody scrolls. */
    #shapeNow() {
        return `${this.#element.scrollHeight} ${this.#element.clientHeight}`;
    }

    #scrolled() {
        if (this.#following && this.#shape !== this.#shapeNow()) {
            this.#stick(); // a keyboard has come, or the telephone was turned
            return;
        }
        const { scrollTop, scrollHeight, clientHeight } = this.#element;
        const below = scrollHeight - scrollTop - clientHeight;
        const before = this.#following;
        // who follows goes on to, though lines have come that are not drawn yet
        this.#following = below < END_PX && (before || this.#to === this.#conversation.end) && !this.#conversation.hasNewer;
        if (this.#following && !before) {
            this.#unseen = 0;
            this.dispatchEvent(new Event('seen'));
        }
        this.#showButton();
        this.#fetch();
    }

    /** Gets what is wanted soon, at whichever end somebody is near. */
    #fetch() {
        const { scrollTop, scrollHeight, clientHeight } = this.#element;
        if (scrollTop < NEAR_PX) {
            this.#back();
        }
        if (!this.#following && scrollHeight - scrollTop - clientHeight < NEAR_PX) {
            this.#forth();
        }
    }

    #key(event) {
        const step = { Home: () => (this.#element.scrollTop = 0), End: () => this.toEnd() }[event.key];
        if (step && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            step();
        }
    }

    #back() {
        const { first } = this.#conversation;
        if (this.#from > first) {
            const from = Math.max(first, this.#from - STEP);
            this.#slide(from, Math.min(this.#to, from + MOST_ROWS));
        } else if (this.#conversation.isRoom && this.#conversation.hasOlder) {
            this.dispatchEvent(new Event('older'));
        }
    }

    #forth() {
        const { end } = this.#conversation;
        if (this.#to < end) {
            const to = Math.min(end, this.#to + STEP);
            this.#slide(Math.max(this.#from, to - MOST_ROWS), to);
        } else if (this.#conversation.hasNewer) {
            this.dispatchEvent(new Event('newer'));
        }
    }

    #showButton() {
        this.#toEnd.hidden = this.#following;
        this.#count.textContent = this.#unseen ? ` (${this.#unseen})` : '';
    }
}

// Where a person types: Enter sends, Shift-Enter breaks lines, Up recalls, Tab completes.

import { block } from './block.js';
import { Choices } from './choices.js';
import { complete } from './completion.js';
import { isSecret } from './queue.js';
import { Recall } from './recall.js';

const MOST_BYTES = 3900; // of one line; the server takes 4,096 with the command in front
const MANY_LINES = 10; // so many messages are not sent by mistake

/** Tells 'line', detail the text, which may have several lines; 'page', detail how many pages to scroll. */
export class Composer extends EventTarget {
    #input;
    #problem;
    #choices;
    #recall = new Recall();
    #known;
    #mayTake;
    #start = 0;
    #asked = null; // the text of many lines about which was asked

    /**
     * @param parts the elements {form, input, choices, problem}
     * @param known answers {commands, names, rooms} to complete with
     * @param mayTake is given lines, and answers a sentence if so much cannot be taken now
     * @param say reads to those who cannot see the page
     */
    constructor({ form, input, choices, problem }, known, mayTake, say) {
        super();
        this.#input = input;
        this.#problem = problem;
        this.#known = known;
        this.#mayTake = mayTake;
        this.#choices = new Choices(choices, input, (text) => this.#insert(text), say);
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.#submit();
            this.focus();
        });
        input.addEventListener('keydown', (event) => this.#key(event));
        input.addEventListener('input', () => this.#changed());
        input.addEventListener('blur', () => this.#choices.close());
    }

    get draft() {
        return this.#input.value;
    }

    set draft(text) {
        this.#input.value = text;
        this.#choices.close();
        this.#problem.textContent = '';
        this.#grow();
    }

    focus() {
        this.#input.focus({ preventScroll: true });
    }

    #submit() {
        const text = this.#input.value.replace(/\s+$/, '');
        if (!text.trim()) {
            return;
        }
        const problem = this.#problemWith(text);
        if (problem) {
            this.#problem.textContent = problem;
            return;
        }
        this.#recall.add(text);
        this.draft = '';
        this.dispatchEvent(new CustomEvent('line', { detail: text }));
    }

    #problemWith(text) {
        const lines = block(text);
        const typed = text.trim().split('\n');
        if (typed.length > 1 && typed.some(isSecret)) {
            return 'This seems to have a password in it, and would be said aloud. Send that as a line of its own.';
        }
        const longest = lines.reduce((most, line) => Math.max(most, bytes(line)), 0);
        if (longest > MOST_BYTES) {
            const over = longest - MOST_BYTES;
            return `A line can have ${MOST_BYTES} bytes (a letter has 1 to 4), and this has ${over} too many. Shift-Enter begins another line.`;
        }
        const refusal = this.#mayTake(lines);
        if (!refusal && lines.length > MANY_LINES && this.#asked !== text) {
            this.#asked = text;
            return `These are ${lines.length} messages, one for each line. Send again if you mean it.`;
        }
        return refusal;
    }

    #key(event) {
        if (event.isComposing || event.keyCode === 229) {
            return; // Enter chooses a Chinese or Japanese word
        }
        const open = this.#choices.isOpen;
        const take = {
            Enter: () => !event.shiftKey && this.#enter(),
            Tab: () => !event.shiftKey && this.#tab(),
            Escape: () => open && this.#escape(event),
            ArrowUp: () => !event.altKey && (open ? this.#move(-1) : this.#isOnEdge(0) && this.#recalled(-1)),
            ArrowDown: () => !event.altKey && (open ? this.#move(1) : this.#recall.isBack && this.#isOnEdge(-1) && this.#recalled(1)),
            PageUp: () => this.#page(-1),
            PageDown: () => this.#page(1),
        }[event.key];
        if (take && take() !== false) {
            event.preventDefault();
        }
    }

    #enter() {
        const { selected } = this.#choices;
        selected === null ? this.#submit() : this.#insert(selected);
    }

    #escape(event) {
        event.stopPropagation(); // a drawer stays open
        this.#choices.close();
    }

    #move(step) {
        this.#choices.move(step);
    }

    #page(pages) {
        this.dispatchEvent(new CustomEvent('page', { detail: pages }));
    }

    /** Whether the caret is in the first line (0) or the last (-1). */
    #isOnEdge(which) {
        const { value, selectionStart, selectionEnd } = this.#input;
        return selectionStart === selectionEnd && !(which === 0 ? value.slice(0, selectionStart) : value.slice(selectionEnd)).includes('\n');
    }

    #recalled(step) {
        const text = this.#recall.go(step, this.#input.value);
        if (text !== null) {
            this.#input.value = text;
            this.#grow();
        }
    }

    // Tab leaves the field when there is nothing to complete, as everywhere.
    #tab() {
        const { start, choices } = complete(this.#input.value, this.#input.selectionStart, this.#known());
        if (this.#choices.selected !== null) {
            this.#insert(this.#choices.selected);
        } else if (choices.length === 0 || !this.#input.value) {
            return false;
        } else {
            this.#start = start;
            this.#several(choices);
        }
        return true;
    }

    #several(choices) {
        if (choices.length === 1) {
            this.#insert(choices[0].text);
        } else {
            this.#choices.show(choices);
            this.#choices.move(1);
        }
    }

    #changed() {
        this.#grow();
        this.#problem.textContent = '';
        const { value, selectionStart } = this.#input;
        const { start, choices } = complete(value, selectionStart, this.#known());
        const word = value.slice(start, selectionStart);
        this.#start = start;
        if (choices.length && (word.startsWith('/') || word.startsWith('@') || (word && value.startsWith('/'))) && choices[0].text.trim() !== word) {
            this.#choices.show(choices);
        } else {
            this.#choices.close();
        }
    }

    #insert(text) {
        this.#input.setRangeText(text, this.#start, this.#input.selectionStart, 'end');
        this.#choices.close();
        this.#grow();
    }

    /** As high as what is typed, wrapped lines included, up to the height that the style allows. */
    #grow() {
        this.#input.style.height = 'auto';
        this.#input.style.height = this.#input.value ? `${this.#input.scrollHeight + 2}px` : '';
    }
}

const bytes = (text) => new TextEncoder().encode(text).length;

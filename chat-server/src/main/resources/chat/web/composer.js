// Where a person types: Enter sends, Shift-Enter breaks lines, Up recalls, Tab completes.

import { complete } from './completion.js';

const MOST_BYTES = 4000; // of one line; the server takes 4,096 with the command in front
const MOST_RECALLED = 200;

/** Tells 'line', detail the text, which may have several lines. */
export class Composer extends EventTarget {
    #input;
    #choices;
    #problem;
    #known;
    #sent = [];
    #recalled = null;
    #unsent = '';
    #start = 0;
    #selected = -1;

    /** @param known answers {commands, names, rooms} to complete with */
    constructor({ form, input, choices, problem }, known) {
        super();
        this.#input = input;
        this.#choices = choices;
        this.#problem = problem;
        this.#known = known;
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.#submit();
        });
        input.addEventListener('keydown', (event) => this.#key(event));
        input.addEventListener('input', () => this.#changed());
        input.addEventListener('blur', () => this.#close());
        choices.addEventListener('pointerdown', (event) => this.#picked(event));
    }

    get draft() {
        return this.#input.value;
    }

    set draft(text) {
        this.#input.value = text;
        this.#close();
        this.#problem.textContent = '';
        this.#grow();
    }

    focus() {
        this.#input.focus({ preventScroll: true });
    }

    #submit() {
        const text = this.#input.value.replace(/\s+$/, '');
        const tooLong = text.split('\n').find((line) => bytes(line) > MOST_BYTES);
        if (!text.trim()) {
            return;
        }
        if (tooLong !== undefined) {
            this.#problem.textContent = `A line has at most ${MOST_BYTES} bytes; one of these has ${bytes(tooLong)}.`;
            return;
        }
        this.#remember(text);
        this.draft = '';
        this.dispatchEvent(new CustomEvent('line', { detail: text }));
    }

    // What may hold a password is not recalled.
    #remember(text) {
        if (!/^\s*\/(login|register|password|unregister|secret)\b/i.test(text) && this.#sent.at(-1) !== text) {
            this.#sent.push(text);
            this.#sent.splice(0, this.#sent.length - MOST_RECALLED);
        }
        this.#recalled = null;
    }

    #key(event) {
        if (event.isComposing) {
            return; // Enter chooses a Chinese or Japanese word
        }
        const open = !this.#choices.hidden;
        const take = {
            Enter: () => !event.shiftKey && (open && this.#selected >= 0 ? this.#choose(this.#selected) : this.#submit(), true),
            Tab: () => !event.shiftKey && this.#tab(),
            Escape: () => open && this.#close(),
            ArrowUp: () => (open ? this.#move(-1) : this.#onFirstLine() && this.#recall(-1)),
            ArrowDown: () => (open ? this.#move(1) : this.#recalled !== null && this.#recall(1)),
        }[event.key];
        if (take && take() !== false) {
            event.preventDefault();
        }
    }

    #onFirstLine() {
        return !this.#input.value.slice(0, this.#input.selectionStart).includes('\n');
    }

    #recall(step) {
        if (this.#recalled === null) {
            this.#unsent = this.#input.value;
            this.#recalled = this.#sent.length;
        }
        const place = this.#recalled + step;
        if (place < 0) {
            return true;
        }
        this.#recalled = place >= this.#sent.length ? null : place;
        this.#input.value = this.#sent[place] ?? this.#unsent;
        this.#grow();
        return true;
    }

    // Tab leaves the field when there is nothing to complete, as everywhere.
    #tab() {
        const { start, choices } = complete(this.#input.value, this.#input.selectionStart, this.#known());
        if (!this.#choices.hidden && this.#selected >= 0) {
            return this.#choose(this.#selected);
        }
        if (choices.length === 0) {
            return false;
        }
        this.#start = start;
        if (choices.length === 1) {
            return this.#insert(choices[0]);
        }
        this.#show(choices);
        return this.#move(1);
    }

    #changed() {
        this.#grow();
        this.#problem.textContent = '';
        const { value, selectionStart } = this.#input;
        const { start, choices } = complete(value, selectionStart, this.#known());
        const wanted = value.startsWith('/') || value[start] === '@';
        this.#start = start;
        if (wanted && choices.length && value.slice(start, selectionStart).length > 0) {
            this.#show(choices);
        } else {
            this.#close();
        }
    }

    #show(choices) {
        this.#selected = -1;
        this.#choices.replaceChildren(...choices.map((text, i) => option(text, i)));
        this.#choices.hidden = false;
        this.#input.setAttribute('aria-expanded', 'true');
    }

    #close() {
        this.#choices.hidden = true;
        this.#choices.replaceChildren();
        this.#selected = -1;
        this.#input.removeAttribute('aria-activedescendant');
        this.#input.setAttribute('aria-expanded', 'false');
    }

    #move(step) {
        const options = [...this.#choices.children];
        this.#selected = (this.#selected + step + options.length) % options.length;
        options.forEach((it, i) => it.setAttribute('aria-selected', String(i === this.#selected)));
        this.#input.setAttribute('aria-activedescendant', options[this.#selected].id);
        return true;
    }

    #picked(event) {
        const found = event.target.closest('[role=option]');
        if (found) {
            event.preventDefault();
            this.#insert(found.textContent);
        }
    }

    #choose(index) {
        return this.#insert(this.#choices.children[index].textContent);
    }

    #insert(text) {
        this.#input.setRangeText(text, this.#start, this.#input.selectionStart, 'end');
        this.#close();
        this.#grow();
        return true;
    }

    #grow() {
        this.#input.rows = Math.min(8, this.#input.value.split('\n').length);
    }
}

function option(text, index) {
    const element = document.createElement('div');
    element.id = `choice-${index}`;
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', 'false');
    element.textContent = text;
    return element;
}

const bytes = (text) => new TextEncoder().encode(text).length;

// The list of what a word can become, above the place where it is typed.

/** Shows choices, of which one may be selected. The focus stays where it is typed. */
export class Choices {
    #list;
    #input;
    #say;
    #texts = [];
    #selected = -1;

    /**
     * @param list the element of the list
     * @param input where it is typed
     * @param onPick is told the text that was pressed
     * @param say reads to those who cannot see it
     */
    constructor(list, input, onPick, say) {
        this.#list = list;
        this.#input = input;
        this.#say = say;
        list.addEventListener('pointerdown', (event) => event.preventDefault()); // the focus, and a phone's keyboard, stay
        list.addEventListener('click', ({ target }) => {
            const found = target.closest('[role=option]');
            found && onPick(this.#texts[[...list.children].indexOf(found)]);
        });
    }

    get isOpen() {
        return !this.#list.hidden;
    }

    /** The text that is selected; null if none is. */
    get selected() {
        return this.#texts[this.#selected] ?? null;
    }

    /** @param choices each {text, shown, about}: what is typed, how it is shown if not so, what it does */
    show(choices) {
        const isNew = !this.isOpen;
        this.#selected = -1;
        this.#texts = choices.map(({ text }) => text);
        this.#list.replaceChildren(...choices.map(option));
        this.#list.hidden = false;
        this.#input.removeAttribute('aria-activedescendant');
        if (isNew) {
            this.#say(`${choices.length} ${choices.length === 1 ? 'completion' : 'completions'}; Tab chooses`);
        }
    }

    close() {
        this.#list.hidden = true;
        this.#list.replaceChildren();
        this.#texts = [];
        this.#selected = -1;
        this.#input.removeAttribute('aria-activedescendant');
    }

    move(step) {
        const options = [...this.#list.children];
        const from = this.#selected < 0 && step < 0 ? 0 : this.#selected;
        this.#selected = (from + step + options.length) % options.length;
        options.forEach((it, i) => it.setAttribute('aria-selected', String(i === this.#selected)));
        options[this.#selected].scrollIntoView({ block: 'nearest' });
        this.#input.setAttribute('aria-activedescendant', options[this.#selected].id);
    }
}

function option({ text, shown, about }, index) {
    const element = document.createElement('div');
    element.id = `choice-${index}`;
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', 'false');
    element.textContent = shown ?? text.trim().replace(/,$/, '');
    if (about) {
        const beside = document.createElement('span');
        beside.className = 'beside';
        beside.textContent = about;
        element.append(' ', beside);
    }
    return element;
}

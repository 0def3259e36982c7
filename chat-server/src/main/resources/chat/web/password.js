// Asks for passwords as the server wants them: masked, and never in the conversation.

const at = (id) => document.getElementById(id);

/** The dialog of one command, from its first question until the server has done it, or the person gives up. */
export class PasswordDialog {
    #dialog = at('password-dialog');
    #input = at('password-answer');
    #submit = at('password-submit');
    #isGivenUp = false;
    #early = null; // what was typed before there was a question
    #answer = (typed) => (this.#early = typed);

    constructor() {
        this.#dialog.querySelector('form').onsubmit = (event) => {
            event.preventDefault(); // it stays until the server has said what it makes of that
            this.#submitted();
        };
        this.#dialog.onclose = () => this.#dialog.open || this.#closed(); // by Escape, too
        at('password-cancel').onclick = () => this.#dialog.close();
    }

    /** Opens it before there is a question: what is typed is the answer to the first one. */
    expect() {
        this.#show('One moment …');
    }

    /**
     * Shows the server's question, and why it did not take what was typed before; a promise of what is typed, null if the person
     * gives up.
     */
    ask({ words = [], purpose }, problem = '') {
        if (this.#isGivenUp || this.#early !== null) {
            const early = this.#early;
            this.#early = null;
            return Promise.resolve(early);
        }
        this.#input.autocomplete = purpose === 'current' ? 'current-password' : 'new-password';
        this.#show(words.join(' ').replace(/^\* /, '').replace(/, and press Enter\..*$/s, '.'), problem);
        return new Promise((resolve) => (this.#answer = resolve));
    }

    /** Whether something was typed that nobody has asked for. */
    get isAhead() {
        return this.#early !== null || this.#input.value !== '';
    }

    /** Whether it waits for the person. */
    get isAsking() {
        return this.#dialog.open && !this.#submit.disabled;
    }

    /** Says why nothing can come of it. It stays, so that what is typed on goes nowhere else. */
    fails(text) {
        this.#show(text);
        this.#rests();
    }

    /** Nothing more is asked. */
    close() {
        this.#dialog.close();
    }

    #show(question, problem = '') {
        at('password-question').textContent = question;
        this.#complain(problem);
        this.#input.readOnly = this.#submit.disabled = false;
        if (!this.#dialog.open) {
            this.#dialog.showModal();
        }
        this.#input.focus();
    }

    #complain(problem) {
        at('password-problem').textContent = problem;
        this.#input.setAttribute('aria-invalid', String(problem !== ''));
    }

    #submitted() {
        const { value } = this.#input;
        if (this.#submit.disabled) {
            return;
        }
        if (value === '') {
            this.#complain('Please type it, or press Escape to give up.');
        } else {
            this.#rests();
            this.#answer(value);
        }
    }

    #rests() {
        this.#input.value = '';
        this.#input.readOnly = this.#submit.disabled = true; // a field that is disabled would lose the focus
    }

    #closed() {
        this.#isGivenUp = true;
        this.#early = null;
        this.#input.value = '';
        this.#answer(null);
    }
}

// Asks for passwords as the server wants them: masked, and never in the conversation.

const at = (id) => document.getElementById(id);

/** The dialog of one command, from its first question until the server has done it, or the person gives up. */
export class PasswordDialog {
    #dialog = at('password-dialog');
    #input = at('password-answer');
    #submit = at('password-submit');
    #isGivenUp = false;
    #answer = () => {};

    constructor() {
        this.#dialog.querySelector('form').onsubmit = (event) => {
            event.preventDefault(); // it stays until the server has said what it makes of that
            this.#submitted();
        };
        this.#dialog.onclose = () => this.#dialog.open || this.#closed(); // by Escape, too
        at('password-cancel').onclick = () => this.#dialog.close();
    }

    /**
     * Shows the server's question, and why it did not take what was typed before; a promise of what is typed, null if the person
     * gives up.
     */
    ask({ words = [], purpose }, problem = '') {
        if (this.#isGivenUp) {
            return Promise.resolve(null);
        }
        at('password-question').textContent = words.join(' ').replace(/^\* /, '').replace(/, and press Enter\..*$/s, '.');
        at('password-problem').textContent = problem;
        this.#input.setAttribute('aria-invalid', String(problem !== ''));
        this.#input.autocomplete = purpose === 'current' ? 'current-password' : 'new-password';
        this.#waits(false);
        if (!this.#dialog.open) {
            this.#dialog.showModal();
        }
        this.#input.focus();
        return new Promise((resolve) => (this.#answer = resolve));
    }

    /** Nothing more is asked. */
    close() {
        this.#dialog.close();
    }

    #submitted() {
        const { value } = this.#input;
        if (value === '') {
            this.#dialog.close();
        } else if (!this.#submit.disabled) {
            this.#waits(true);
            this.#answer(value);
        }
    }

    #waits(on) {
        this.#input.value = '';
        this.#input.readOnly = this.#submit.disabled = on; // a field that is disabled would lose the focus
    }

    #closed() {
        this.#isGivenUp = true;
        this.#input.value = '';
        this.#answer(null);
    }
}

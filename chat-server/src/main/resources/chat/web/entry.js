// The first thing a person sees: a name, a room, go.

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Tells 'enter', detail {name, room, password}. */
export class Entry extends EventTarget {
    #page = document.getElementById('entry');
    #form = document.getElementById('entry-form');
    #problem = document.getElementById('entry-problem');

    constructor() {
        super();
        document.getElementById('entry-warning').hidden = location.protocol === 'https:' || LOCAL.has(location.hostname);
        this.#form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.#submit();
        });
    }

    /** Shows it, with why, if it is not for the first time. */
    show({ name = '', room = 'lobby', problem = '', login = false }) {
        this.#page.hidden = false;
        this.#form.username.value ||= name;
        this.#form.room.value = room;
        this.#problem.textContent = withoutCommands(problem);
        this.#busy(false);
        if (login) {
            document.getElementById('entry-login').open = true;
        }
        (login && this.#form.username.value ? this.#form.password : this.#form.username).focus();
    }

    hide() {
        this.#page.hidden = true;
        this.#form.password.value = '';
    }

    #submit() {
        const { username, room, password } = this.#form;
        this.#problem.textContent = '';
        this.#busy(true);
        const detail = { name: username.value.trim(), room: room.value.trim().toLowerCase() || 'lobby', password: password.value || null };
        this.dispatchEvent(new CustomEvent('enter', { detail }));
    }

    #busy(on) {
        const button = this.#form.querySelector('button[type=submit]');
        button.disabled = on;
        button.textContent = on ? 'Joining …' : 'Join';
    }
}

/** The server tells people on terminals, too, what to type; here there are fields for it. */
function withoutCommands(text) {
    return text.replace(/: \/setname NAME$/, '.').replace(/, type \/login \S+\./, ', fill in its password.');
}

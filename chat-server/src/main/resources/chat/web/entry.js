// The first thing a person sees: a name, a room, go.

import { ROOM_RULE } from './conversation.js';

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** For guests; owners of registered names may come in all the same. Here is no place for a command. */
const ownersMay = (name, text) => text.replace(/Who has a registered name may \/login NAME\.$/, 'If your name is registered, give its password.');

/** What the server's refusals mean for this form; others are shown as they are. */
const PROBLEMS = {
    lockdown: ownersMay,
    banned: ownersMay,
    'name-taken': (name, text) => `The name ${name} is taken. ${isRegistered(text) ? 'If it is yours, give its password. If not, choose' : 'Please choose'} another one.`,
    'bad-arguments': () => 'A name has 1 to 24 letters, digits, - _ or . and begins with a letter or digit.',
};

/** The server tells owners of registered names how to come in. */
const isRegistered = (text) => text.includes('/login');

/** Tells 'enter', detail {name, room, password}. */
export class Entry extends EventTarget {
    #page = document.getElementById('entry');
    #form = document.getElementById('entry-form');
    #login = document.getElementById('entry-login');
    #problem = document.getElementById('entry-problem');

    constructor() {
        super();
        document.getElementById('entry-warning').hidden = location.protocol === 'https:' || LOCAL.has(location.hostname);
        this.#form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.#submit();
        });
    }

    /** Shows it. */
    show({ name = '', room = 'lobby' }) {
        this.#page.hidden = false;
        this.#form.username.value ||= name;
        this.#form.room.value = room;
        this.#busy(false);
        this.#form.username.focus();
    }

    /** Shows it with why the name was not accepted. */
    refuse({ name, room, text, code }) {
        this.show({ name, room });
        const lacksPassword = code === 'wrong-password' || code === 'again' || (code !== 'name-taken' && isRegistered(text));
        this.#say(PROBLEMS[code]?.(name, text) ?? text.replace(/\s*Please [^.:]*: ?\/setname.*$/s, ''), !lacksPassword);
        this.#login.open ||= lacksPassword || isRegistered(text);
        const field = lacksPassword ? this.#form.password : this.#form.username;
        field.select();
        field.focus();
    }

    /** Tells how the connection is, to somebody who waits. */
    wait(text) {
        this.#say(text, false);
        this.#busy(text === '');
    }

    get isShown() {
        return !this.#page.hidden;
    }

    hide() {
        this.#page.hidden = true;
        this.#form.password.value = '';
        this.#problem.textContent = '';
    }

    #say(text, isName) {
        this.#problem.textContent = text;
        this.#form.username.setAttribute('aria-invalid', String(isName));
    }

    #submit() {
        const { username, room, password } = this.#form;
        const name = username.value.trim();
        if (!name || /\s/.test(name)) {
            this.refuse({ name, room: room.value, text: '', code: 'bad-arguments' });
            return;
        }
        if (/\s/.test(room.value.trim())) {
            this.#say(ROOM_RULE, false);
            room.focus();
            return;
        }
        this.wait('');
        const detail = { name, room: room.value.trim().replace(/^#/, '').toLowerCase() || 'lobby', password: this.#login.open ? password.value || null : null };
        this.dispatchEvent(new CustomEvent('enter', { detail }));
    }

    #busy(on) {
        const button = this.#form.querySelector('button[type=submit]');
        button.disabled = on;
        button.textContent = on ? 'Joining …' : 'Join';
    }
}

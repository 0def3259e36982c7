// Who is in the room that is looked at: asked when it is first shown, kept by what the server tells, and asked again for the marks of
// those who have logged in.

import { showPeople } from './list.js';

const MOST_ASKED = 500; // of more people the marks are not kept up
const DELAY_MS = 2000;

/** The list of people beside the conversation. */
export class People {
    #chat;
    #link;
    #parts;
    #timer = null;

    /** @param parts the elements {aside, label, list, count, more, filter, open} */
    constructor(chat, link, parts) {
        this.#chat = chat;
        this.#link = link;
        this.#parts = parts;
        parts.filter.addEventListener('input', () => this.show());
        chat.addEventListener('people', ({ detail: room }) => this.#changed(room));
        chat.addEventListener('came', ({ detail: room }) => (room.isPeopled = false));
    }

    /** Asks who is there, unless that is known. */
    async look() {
        const room = this.#chat.current;
        this.show();
        if (room.isRoom && room.isBack && !room.isPeopled && this.#link.isHome) {
            room.isPeopled = true;
            await this.ask(room);
        }
    }

    async ask(room) {
        const answer = await this.#link.ask(`/allusers ${room.name}`);
        if (answer?.event.event === 'users') {
            this.take(answer.event);
        }
    }

    take({ room: name, names, registered }) {
        const verified = new Set(registered);
        const room = this.#chat.room(name);
        room.people = new Map(names.map((it) => [it, { registered: verified.has(it) }]));
        this.show();
    }

    #changed(room) {
        this.show();
        clearTimeout(this.#timer);
        if (room === this.#chat.current && room.isRoom && room.people.size <= MOST_ASKED) {
            this.#timer = setTimeout(() => this.ask(room), DELAY_MS * (0.5 + Math.random()));
        }
    }

    show() {
        const { current, me, registered, away, awayPeople } = this.#chat;
        const { aside, open, label } = this.#parts;
        aside.hidden = open.hidden = !current.isRoom || this.#link.isOver;
        if (current.isRoom) {
            const awayOf = (name) => (name === me ? away || undefined : awayPeople.get(name.toLowerCase()));
            const isVerified = (name) => (name === me ? registered : current.people.get(name).registered);
            showPeople(current, me, { away: awayOf, isVerified }, this.#parts);
            label.textContent = `People (${current.people.size})`;
        }
    }
}

// Who is in the room that is looked at: asked when it is first shown, kept by what the server tells, and asked again when somebody is
// new, since only the whole list has the marks of those who have logged in; and after a while, since rooms are not told who is away.

import { showPeople } from './list.js';

const MOST_ASKED = 500; // of more people the marks are not kept up
const DELAY_MS = 2000;
const OLD_MS = 60_000;
const OFTEN_MS = 20_000; // how often it is seen whether it is old: the pages of a room do so at different times
const SPREAD_MS = 10; // for each person there, since all their pages ask for the same

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
        parts.open.addEventListener('click', () => this.look());
        document.addEventListener('visibilitychange', () => document.hidden || this.look());
        setInterval(() => document.hidden || this.#keepUp(), OFTEN_MS);
        chat.addEventListener('users', ({ detail }) => this.take(detail));
        chat.addEventListener('people', ({ detail: room }) => this.#changed(room));
        chat.addEventListener('came', ({ detail: room }) => (room.isPeopled = false));
    }

    /** Asks who is there, unless that is known, and not too old. Who comes back to a room may do so with everybody else there. */
    look() {
        this.show();
        this.#keepUp();
    }

    #keepUp() {
        const room = this.#chat.current;
        if (room.isRoom && room.isBack && this.#link.isHome) {
            if (!room.isPeopled || isOld(room)) {
                room.isPeopled = true;
                room.peopledAt = Date.now();
                setTimeout(() => this.ask(room), room.people.size * SPREAD_MS * Math.random());
            }
            this.#askLater(room);
        }
    }

    async ask(room) {
        room.peopledAt = Date.now();
        const answer = await this.#link.ask(`/allusers ${room.name}`);
        if (answer?.event.event === 'users') {
            this.take(answer.event);
        }
    }

    /** Takes the server's whole list, whoever has asked for it. */
    take({ room: name, names, registered, away }) {
        if (!this.#chat.hasRoom(name)) {
            return; // it was left meanwhile
        }
        const verified = new Set(registered);
        this.#areAway(names, new Set(away));
        const room = this.#chat.room(name);
        room.peopledAt = Date.now();
        room.people = new Map(names.map((it) => [it, { registered: verified.has(it), isTold: true }]));
        this.show();
    }

    // What they say about it is told only to those who write to them.
    #areAway(names, away) {
        const { awayPeople } = this.#chat;
        for (const name of names) {
            const key = name.toLowerCase();
            away.has(name) ? awayPeople.set(key, awayPeople.get(key) ?? '') : awayPeople.delete(key);
        }
    }

    #changed(room) {
        this.show();
        if (room === this.#chat.current && room.isRoom) {
            this.#askLater(room);
        }
    }

    // However many come meanwhile, it is asked once; who only goes is no reason.
    #askLater(room) {
        if (!this.#timer && hasSomebodyNew(room)) {
            const delay = DELAY_MS + room.people.size * SPREAD_MS;
            this.#timer = setTimeout(() => this.#askAgain(), delay * (0.5 + Math.random()));
        }
    }

    #askAgain() {
        this.#timer = null;
        const room = this.#chat.current;
        if (room.isRoom && room.isBack && this.#link.isHome && hasSomebodyNew(room)) {
            this.ask(room);
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

const isOld = ({ people, peopledAt }) => people.size <= MOST_ASKED && Date.now() - peopledAt > OLD_MS;

const hasSomebodyNew = ({ people }) => people.size <= MOST_ASKED && [...people.values()].some(({ isTold }) => !isTold);

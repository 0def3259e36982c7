// A person's way to the server over many connections: comes back by itself, where it was, and does each line once.

import { Socket } from './socket.js';
import { Queue } from './queue.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const WINDOW = 8; // lines of ours unanswered at a time
const NAME_TRIES = 20; // the server may hold a name for a moment after its connection was lost

/**
 * Tells:
 * - 'state', detail {state, ...}: connecting, online, waiting (seconds), unnamed (text), ended (text)
 * - 'event', detail: an event that answers nothing
 * - 'answer', detail {event, line}: what became of a line that was typed
 * - 'home': all rooms are as they were; what was missed has been told
 */
export class Link extends EventTarget {
    #url;
    #rooms;
    #socket;
    #queue = new Queue();
    #key = randomKey();
    #connection = 0;
    #asked = []; // what is not kept: { tag, collects, past, resolve }
    #tags = 0;
    #name = null;
    #password = null;
    #home = false;
    #everHome = false;
    #wait = FIRST_WAIT_MS;
    #retry;
    #serverRoom = 'lobby';

    /**
     * @param {string} url of the WebSocket
     * @param {() => Iterable<{name: string, lastId: ?string, key: ?string}>} rooms where the person is, to come back to
     */
    constructor(url, rooms) {
        super();
        this.#url = url;
        this.#rooms = rooms;
        addEventListener('online', () => this.#hurry());
        document.addEventListener('visibilitychange', () => {
            if (!document.hidden) {
                this.#hurry();
            }
        });
    }

    get name() {
        return this.#name;
    }

    get isHome() {
        return this.#home;
    }

    /** What a reload of the page needs to come back as the same person. Not the password. */
    get luggage() {
        return { key: this.#key, connection: this.#connection, next: this.#queue.next, name: this.#name, loggedIn: !!this.#password };
    }

    /** Takes up what the page had before it was loaded again. */
    unpack({ key, connection, next, name }) {
        this.#key = key;
        this.#connection = connection;
        this.#queue = new Queue(next);
        this.#name = name;
        this.#everHome = true;
    }

    /** Comes in under a name; with a password, as its owner. */
    enter(name, password = null) {
        this.#name = name;
        this.#password = password;
        if (this.#socket) {
            this.#takeName(NAME_TRIES);
        } else {
            this.#connect();
        }
    }

    /** The name and password from now on, also after the connection was lost. */
    isNow(name, password = this.#password) {
        this.#name = name;
        this.#password = password;
    }

    /** Sends what was typed, now or when the connection is back; a promise of its answer. */
    say(line, room = null) {
        if (room && room !== this.#serverRoom) {
            this.#serverRoom = room; // where the server will be when it reads what follows
            this.#queue.add(`/room ${room}`);
        }
        const answer = this.#queue.add(line);
        this.#pump();
        return answer;
    }

    /** The room in which the server takes plain text to be said has changed. */
    isIn(room) {
        if (this.#queue.size === 0) {
            this.#serverRoom = room;
        }
    }

    /** Asks something that is not worth repeating; null when the connection is lost meanwhile. */
    ask(command, collects = false) {
        if (!this.#socket) {
            return Promise.resolve(null);
        }
        const tag = `q${++this.#tags}`;
        this.#socket.send(`@${tag} ${command}`);
        return new Promise((resolve) => this.#asked.push({ tag, collects, past: [], resolve }));
    }

    /** Leaves for good. */
    leave() {
        this.#stop();
        this.#socket?.send('/quit');
    }

    #connect() {
        clearTimeout(this.#retry);
        this.#retry = null;
        this.#tell({ state: 'connecting' });
        const socket = new Socket(this.#url);
        this.#socket = socket;
        socket.addEventListener('open', () => this.#opened());
        socket.addEventListener('event', ({ detail }) => this.#take(detail));
        socket.addEventListener('close', () => this.#lost(socket));
    }

    async #opened() {
        const again = this.#everHome;
        const resumed = this.ask(`/resume ${this.#key} ${++this.#connection}`);
        if (again) {
            this.ask('/replay off');
        }
        const socket = this.#socket;
        const answer = await resumed;
        if (socket !== this.#socket || !answer) {
            return;
        }
        const doubtful = this.#settle(answer.event.last ?? 0);
        if (doubtful) {
            this.dispatchEvent(new CustomEvent('doubt', { detail: doubtful }));
        }
        await this.#takeName(NAME_TRIES);
    }

    // What the server knows to have taken is answered by "repeated"; if it knows nothing, sending again could do things twice.
    #settle(last) {
        const sent = this.#queue.sentNumbers();
        this.#queue.unsend();
        return last === 0 ? this.#queue.giveUpSent(sent) : 0;
    }

    async #takeName(tries) {
        const socket = this.#socket;
        const answer = await this.ask(this.#password ? `/login ${this.#name} ${this.#password}` : `/setname ${this.#name}`);
        if (!answer || socket !== this.#socket) {
            return;
        }
        const { event } = answer;
        if (event.event === 'name-accepted' || event.event === 'logged-in') {
            this.#name = event.name;
            await this.#comeHome(event);
        } else if (this.#everHome && event.code === 'name-taken' && !this.#password && tries > 0) {
            setTimeout(() => socket === this.#socket && this.#takeName(tries - 1), 1000);
        } else {
            this.#tell({ state: 'unnamed', text: event.text, code: event.code });
        }
    }

    // Each room from where it was read to; then news go on by themselves.
    async #comeHome(accepted) {
        const socket = this.#socket;
        this.#serverRoom = accepted.room ?? 'lobby';
        this.dispatchEvent(new CustomEvent('event', { detail: accepted }));
        for (const room of [...this.#rooms()]) {
            if (room.name !== 'lobby' && !room.isBack) {
                await this.#rejoin(room);
            }
            if (room.lastId && this.#everHome) {
                await this.#catchUp(room);
            }
            if (socket !== this.#socket) {
                return;
            }
        }
        this.#home = true;
        this.#everHome = true;
        this.#wait = FIRST_WAIT_MS;
        this.#tell({ state: 'online' });
        this.dispatchEvent(new Event('home'));
        this.#pump();
    }

    async #rejoin(room) {
        const answer = await this.ask(`/join ${room.name}${room.key ? ` ${room.key}` : ''}`);
        if (answer?.event.event === 'failure') {
            this.dispatchEvent(new CustomEvent('shut-out', { detail: { room: room.name, text: answer.event.text } }));
        } else if (answer) {
            this.dispatchEvent(new CustomEvent('event', { detail: answer.event }));
        }
    }

    async #catchUp(room) {
        let command = `/history after ${room.lastId} ${room.name}`;
        while (command) {
            const answer = await this.ask(command, true);
            if (!answer) {
                return;
            }
            this.dispatchEvent(new CustomEvent('missed', { detail: { room: room.name, ...answer } }));
            command = answer.event.next ? withRoom(answer.event.next, room.name) : null;
        }
    }

    #take(event) {
        const { tag } = event;
        if (tag === undefined) {
            this.#untagged(event);
            return;
        }
        if (/^\d+$/.test(tag)) {
            this.#answered(Number(tag), event);
        } else if (this.#asked.length && this.#asked[0].tag === tag) {
            const { resolve, past } = this.#asked.shift();
            resolve({ event, past });
        }
    }

    #answered(number, event) {
        if (event.event === 'name-prompt') {
            return; // not taken: it is sent again when there is a name
        }
        if (this.#queue.answer(number, event)) {
            this.#pump();
        }
    }

    #untagged(event) {
        if (event.replay && this.#asked[0]?.collects) {
            this.#asked[0].past.push(event);
            return;
        }
        if (event.event === 'goodbye') {
            this.#goodbye(event);
            return;
        }
        this.dispatchEvent(new CustomEvent('event', { detail: event }));
    }

    // The server says that it does not want this connection back, or that it will be back itself.
    #goodbye({ reason, text }) {
        if (reason !== 'server-stopped' && reason !== 'server-error' && reason !== 'no-name') {
            this.#stop();
            this.#tell({ state: 'ended', reason, text });
        }
    }

    #stop() {
        this.#retry = 'never';
    }

    #lost(socket) {
        if (socket !== this.#socket) {
            return;
        }
        this.#socket = null;
        this.#home = false;
        for (const { resolve } of this.#asked.splice(0)) {
            resolve(null);
        }
        if (this.#retry === 'never') {
            return;
        }
        const wait = this.#wait * (0.75 + Math.random() / 2); // a thousand pages do not come back in the same moment
        this.#wait = Math.min(LONGEST_WAIT_MS, this.#wait * 2);
        this.#retry = setTimeout(() => this.#connect(), wait);
        this.#tell({ state: 'waiting', seconds: Math.ceil(wait / 1000) });
    }

    #hurry() {
        if (this.#socket) {
            this.#socket.probe();
        } else if (this.#retry && this.#retry !== 'never') {
            this.#connect();
        }
    }

    #pump() {
        if (!this.#home || !this.#socket) {
            return;
        }
        for (const entry of this.#queue.due(WINDOW)) {
            entry.sent = true;
            this.#socket.send(`@${entry.number} ${entry.line}`);
        }
    }

    #tell(detail) {
        this.dispatchEvent(new CustomEvent('state', { detail }));
    }
}

function withRoom(next, room) {
    return next.split(' ').length < 4 ? `${next} ${room}` : next;
}

function randomKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(24));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// A person's way to the server over many connections: comes back by itself, where it was, and does each line once.

import { Comeback } from './comeback.js';
import { isNews } from './events.js';
import { comeHome } from './homecoming.js';
import { randomKey } from './key.js';
import { Naming } from './naming.js';
import { Questions } from './questions.js';
import { Queue } from './queue.js';
import { Sender } from './sender.js';
import { Socket } from './socket.js';

const NO_CONNECTION = 'No connection.';
const LEFT = 'You have left the chat';
const GIVEN_UP = '; what waited to be sent is given up';
const TURNED_AWAY = new Set(['server-busy', 'banned']); // before anything is asked
const FOR_GOOD = new Set(['quit', 'kicked', 'banned', 'replaced']);

/**
 * Tells:
 * - 'state', detail {state, ...}: connecting, waiting (text why, seconds), unnamed (text, code), online, ended (reason, text)
 * - 'event', detail: an event that answers no line
 * - 'missed', detail {room, past, event}: what was told in a room while there was no connection
 * - 'shut-out', detail {room, text, isForNow}: a room does not let us in again, perhaps only now
 * - 'home': all rooms are as they were
 * - 'packs': the luggage is another one; told before the server is told anything that depends on it
 */
export class Link extends EventTarget {
    #url;
    #rooms;
    #socket = null;
    #queue = new Queue(() => this.#packs());
    #sender = new Sender(this.#queue, (tag, line) => (tag === null ? this.ask(line) : this.#write(tag, line)));
    #naming = new Naming(this);
    #key = randomKey();
    #connection = 0;
    #questions = new Questions();
    #tags = 0;
    #news = []; // of rooms, held back until what was missed has been told
    #ready = false;
    #home = false;
    #everHome = false;
    #over = false; // no connection is made any more
    #ended = false; // and the person knows
    #wasLost = false;
    #comeback = new Comeback(() => this.#connect());
    #refusal = NO_CONNECTION; // why there is none

    /**
     * @param {string} url of the WebSocket
     * @param {() => Iterable<{name: string, lastId: ?string, key: ?string, isBack: boolean}>} rooms to come back to
     */
    constructor(url, rooms) {
        super();
        this.#url = url;
        this.#rooms = rooms;
        addEventListener('online', () => this.#hurry());
        document.addEventListener('visibilitychange', () => document.hidden || this.#hurry());
    }

    get name() {
        return this.#naming.name;
    }

    get isHome() {
        return this.#home;
    }

    /** Whether it is over for good. */
    get isOver() {
        return this.#ended;
    }

    /** Whether the rooms were reached once, so that a connection is a return. */
    get isAgain() {
        return this.#everHome;
    }

    /** Whether a connection was lost. */
    get wasLost() {
        return this.#wasLost;
    }

    /** Whether lines are taken, or only when the server has answered others. */
    hasRoomFor(lines) {
        return this.#queue.hasRoomFor(lines);
    }

    /** What a reload of the page needs to come back as the same person. Not the password. */
    get luggage() {
        return {
            key: this.#key,
            connection: this.#connection,
            queue: this.#queue.luggage,
            name: this.#naming.name,
            loggedIn: this.#naming.hasPassword,
        };
    }

    /** Takes up what the page had before it was loaded again; answers the lines that wait, each with a promise of its answer. */
    unpack({ key, connection, queue, name }) {
        this.#key = key;
        this.#connection = connection;
        this.#naming.isNow(name, null);
        this.#everHome = true;
        return this.#queue.unpack(queue);
    }

    /** Comes in under a name; with a password, as its owner. */
    enter(name, password = null) {
        this.#naming.isNow(name, password);
        if (this.#socket && this.#ready) {
            this.#naming.take();
        } else if (!this.#socket) {
            this.#over = this.#ended = false;
            this.#connect();
        }
    }

    /** The name and password from now on, also after the connection was lost. */
    isNow(name, password) {
        this.#naming.isNow(name, password);
    }

    /**
     * Sends what was typed, now or when the connection is back.
     * @param {?string} room in which it is to be said
     * @returns a promise of {event, past}
     */
    say(line, room = null) {
        const answer = this.#queue.add(line, room);
        this.#sender.pump();
        return answer;
    }

    /** Asks something that is not worth repeating: a promise of {event, past}, or of null if the connection is lost meanwhile. */
    ask(command) {
        return this.#socket && !this.#socket.isConnecting ? this.#write(`q${++this.#tags}`, command) : Promise.resolve(null);
    }

    /** Asks something that is about the current room; the answer may be about another one all the same. */
    async askIn(room, command) {
        const gone = this.#sender.goTo(room);
        const answer = await this.ask(command);
        await gone;
        this.#sender.pump();
        return answer;
    }

    /** Leaves for good. */
    leave() {
        this.#over = true;
        this.#comeback.stop();
        if (this.#ready) {
            this.#socket.send('/quit');
        } else {
            this.#socket?.close(); // which has told the server nothing yet
            this.#end('quit', LEFT);
        }
    }

    tell(detail) {
        this.dispatchEvent(new CustomEvent('state', { detail }));
    }

    #write(tag, command) {
        this.#socket.send(`@${tag} ${command}`);
        return this.#questions.add(tag, command);
    }

    #connect() {
        this.#comeback.stop();
        this.#refusal = NO_CONNECTION;
        this.tell({ state: 'connecting' });
        const socket = new Socket(this.#url);
        this.#socket = socket;
        socket.addEventListener('open', () => this.#opened());
        socket.addEventListener('event', ({ detail }) => socket === this.#socket && this.#take(detail));
        socket.addEventListener('close', () => socket === this.#socket && this.#lost());
    }

    async #opened() {
        this.#connection++;
        this.#packs(); // a page that gives the same number again is taken for somebody else's
        const resumed = this.ask(`/resume ${this.#key} ${this.#connection}`);
        this.ask('/replay off'); // the page asks for what was said before, as far as somebody reads
        const answer = await resumed;
        if (!answer) {
            return;
        }
        const doubtful = this.#queue.resumed(answer.event.last ?? 0);
        this.#ready = true;
        if (this.#queue.needsMark) {
            this.#sender.mark();
        }
        await this.#naming.take(); // the rooms' histories may tell what became of them
        doubtful.forEach((entry) => entry.resolve({ event: { event: 'unknown' }, past: [] }));
    }

    /** The server has accepted the name: each room from where it was read to, then news go on by themselves. */
    async named(accepted) {
        const socket = this.#socket;
        const rooms = [...this.#rooms()]; // without the lobby, if it was left
        this.#sender.isIn('lobby');
        this.#tellEvent(accepted);
        if (this.#everHome) {
            await comeHome(this, rooms, accepted);
            this.#sender.isIn(null); // the way back led through any of them
        }
        if (socket !== this.#socket) {
            return;
        }
        this.#home = true;
        this.#everHome = true;
        this.#comeback.stands();
        this.tell({ state: 'online' });
        this.#news.splice(0).forEach((event) => this.#tellEvent(event));
        this.dispatchEvent(new Event('home'));
        this.#sender.home();
    }

    #take(event) {
        if (!this.#ready && TURNED_AWAY.has(event.code) && event.tag === undefined) {
            this.#turnedAway(event);
            return;
        }
        this.#naming.learn(event);
        if (event.event === 'goodbye') {
            this.#goodbye(event);
        }
        if (this.#questions.take(event) || event.event === 'goodbye') {
            return;
        }
        if (event.code === 'line-too-long' && this.#queue.oldest) {
            this.#sender.answered(this.#queue.oldest, { event, past: [] }); // it is refused without its tag
        } else if (this.#everHome && !this.#home && isNews(event)) {
            this.#news.push(event);
        } else {
            this.#tellEvent(event);
        }
    }

    #tellEvent(event) {
        this.#sender.learn(event);
        this.dispatchEvent(new CustomEvent('event', { detail: event }));
    }

    #packs() {
        this.dispatchEvent(new Event('packs'));
    }

    // Some say that they do not want us back; others are back themselves before long.
    #goodbye({ reason, text }) {
        if (FOR_GOOD.has(reason)) {
            this.#end(reason, text);
        }
    }

    #end(reason, text) {
        this.#over = true;
        if (!this.#ended) {
            this.#ended = true;
            this.tell({ state: 'ended', reason, text: this.#queue.hasUnsent ? text.replace(/\.?$/, GIVEN_UP) : text });
        }
    }

    // Who is banned need not come again; a server that is full may have room for us later.
    #turnedAway({ code, text }) {
        this.#refusal = text;
        if (code === 'banned') {
            this.#goodbye({ reason: code, text });
        }
    }

    #lost() {
        this.#wasLost = true;
        this.#socket = null;
        this.#ready = false;
        this.#home = false;
        this.#news = [];
        this.#naming.lost();
        this.#sender.lost();
        this.#questions.lost();
        if (this.#over) {
            this.#end('quit', LEFT); // the connection was lost before the server said so
        }
        if (this.#over || this.#naming.isRefused) {
            return; // it is made anew when there is another name to try
        }
        this.tell({ state: 'waiting', seconds: this.#comeback.later(), text: this.#refusal });
    }

    #hurry() {
        if (this.#socket) {
            this.#socket.probe();
        } else {
            this.#comeback.now();
        }
    }
}

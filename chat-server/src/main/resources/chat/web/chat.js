// All conversations of one person. Knows nothing of the page; the views listen.

import { Conversation, LOBBY } from './conversation.js';
import { happen } from './events.js';
import { isSpoken, isWithin, lineOf, sentence, timeOf } from './line.js';

/** What /forget and /purge take back. */
export const WORDS = new Set(['message', 'action', 'topic']);

/**
 * Tells:
 * - 'lines', detail {conversation, added}: lines at the end ('end'), or something else ('all')
 * - 'line', detail {conversation, line}: one line has changed
 * - 'conversations': which there are, what is unread, topics
 * - 'current': which is looked at
 * - 'people', detail the conversation: who is there, or away
 * - 'users', detail the server's answer: the whole list of who is in a room
 * - 'came', detail the conversation: we are in a room
 * - 'stale', detail the conversation: its lines have to be fetched anew
 * - 'revised', detail the conversation: some of its lines were taken back, and nobody has said which
 * - 'me': the name, whether it is registered, whether the person is away
 * - 'spoken', detail {conversation, line}: somebody else has said something just now
 * - 'told', detail {conversation, line}: the server has said something to this person
 */
export class Chat extends EventTarget {
    me = null;
    registered = false;
    away = '';
    /** What was last done to this person to keep order, and when. */
    sanction = null;
    serverRoom = LOBBY;
    /** Who is away, by name: what they say about it, as far as we were told, else empty. */
    awayPeople = new Map();
    #conversations = new Map();
    #current;

    constructor() {
        super();
        this.#current = this.room(LOBBY);
    }

    /** The room of a name, which is made if the page has none of it. */
    room(name) {
        return this.#find(`#${name}`, () => new Conversation(name, true));
    }

    /** The private conversation with somebody. */
    person(name) {
        return this.#find(`@${name.toLowerCase()}`, () => new Conversation(name, false));
    }

    hasRoom(name) {
        return this.#conversations.has(`#${name}`);
    }

    get current() {
        return this.#current;
    }

    get all() {
        return [...this.rooms, ...this.persons];
    }

    get rooms() {
        return [...this.#conversations.values()].filter((it) => it.isRoom);
    }

    get persons() {
        return [...this.#conversations.values()].filter((it) => !it.isRoom);
    }

    /** How often the person is named or written to, and has not read it. */
    get wanted() {
        return this.all.reduce((sum, it) => sum + (it.isRoom ? it.mentions : it.unread), 0);
    }

    /** Somebody looks at a conversation now. */
    show(conversation) {
        this.#current = conversation;
        this.read(conversation);
        this.tell('current');
    }

    /** What is unread in a conversation has been seen. */
    read(conversation) {
        conversation.unread = 0;
        conversation.mentions = 0;
        this.tell('conversations');
    }

    /** Closes a private conversation, or a room that was left. */
    close(conversation) {
        this.#conversations.delete(keyOf(conversation));
        if (this.#current === conversation) {
            this.show(this.room(this.serverRoom));
        } else {
            this.tell('conversations');
        }
    }

    /** A room does not let the person in again. */
    shutOut(name, text) {
        this.#isNotIn(name);
        this.close(this.room(name));
        this.notice({ event: 'failure', text });
    }

    /** A room does not let the person in now; it stays, with all that was said and what is half typed. */
    heldOut(name, text) {
        this.#isNotIn(name);
        this.room(name).isFetched = false;
        this.notice({ event: 'failure', text: `You are not in ${name} now. ${text}` }, this.room(name));
    }

    #isNotIn(name) {
        this.serverRoom = this.serverRoom === name ? LOBBY : this.serverRoom; // everybody comes back into the lobby first
    }

    /** Takes an event that is news. */
    take(event) {
        happen(this, event);
    }

    /** Takes what was said before: in front of all that is there, at the end, or instead of it ('anew') up to an id. */
    past(conversation, events, where, newestId) {
        const lines = events.filter(({ event }) => event !== 'removed').map((event) => lineOf(event, this.me));
        if (where === 'front') {
            conversation.prepend(lines);
        } else if (where === 'end') {
            conversation.extend(lines);
        } else {
            conversation.restart(lines, newestId);
        }
        this.lines(conversation, 'all');
    }

    /** Takes what was told in a room while there was no connection: as news, but quietly. */
    missed(conversation, events) {
        for (const event of events) {
            this.inRoom({ ...event, replay: false }, true);
        }
        this.lines(conversation, 'all');
    }

    /** Shows sentences of the server where the person looks. */
    notice(event, conversation = this.#current) {
        const text = sentence(event);
        if (text) {
            this.shown(conversation, { kind: event.event === 'failure' ? 'failure' : 'notice', text, at: new Date() });
        }
    }

    /** Shows the answer to a command, with the lines that were found, if any. */
    answer(event, past, conversation = this.#current) {
        const found = past.filter((it) => it.event !== 'removed').map((it) => ({ ...lineOf(it, this.me), room: it.room }));
        const text = sentence(event);
        if (text || found.length) {
            this.shown(conversation, { kind: event.event === 'failure' ? 'failure' : 'answer', text, found, at: new Date() });
        }
    }

    /** A line that the server or the page itself says to this person. */
    shown(conversation, line) {
        conversation.append(line);
        this.lines(conversation, 'end');
        this.tell('told', { conversation, line });
    }

    /** A line that was typed here and is on its way. */
    pending(conversation, text, kind) {
        const line = { kind, from: this.me, text, at: new Date(), own: true, pending: true };
        conversation.append(line);
        this.lines(conversation, 'end');
        return line;
    }

    /** What became of it. */
    settled(conversation, line, event) {
        line.pending = false;
        if (event.event === 'said' && event.room !== conversation.name) {
            line.failed = `This was said in ${event.room}, since you are not in ${conversation.name} any more.`;
        } else if (event.event === 'said' && !conversation.knows(event.id)) {
            line.at = timeOf(event);
            if (conversation.placed(line, event.id)) {
                this.lines(conversation, 'all');
            }
        } else if (event.event === 'said' || event.event === 'repeated' || (event.event === 'unknown' && conversation.hasComeBack(line))) {
            if (conversation.isRoom) {
                conversation.remove((other) => other === line); // it has come back with what was missed
                this.lines(conversation, 'all');
            }
        } else if (event.event === 'failure') {
            line.failed = `Not said: ${event.text}`;
        } else if (event.event === 'private-kept') {
            line.note = 'kept until they log in';
        } else if (event.event === 'unknown') {
            line.failed = 'The server was started again: nobody knows whether this was said.';
        }
        this.tell('line', { conversation, line });
    }

    /** Takes an event that belongs to a room; quietly, if it is no news. */
    inRoom(event, quietly = false) {
        const room = this.room(event.room);
        if (event.id && !event.replay) {
            room.lastId = event.id;
        }
        if (event.event === 'removed') {
            this.#removed(room, event);
        } else if (event.event === 'topic') {
            room.topic = event.text;
            this.tell('conversations');
        } else if (event.event === 'presence' && !event.replay) {
            this.#presence(room, event);
        }
        const line = lineOf(event, this.me);
        if (!isAbout(event, this.me) && room.append(line)) {
            this.lines(room, 'end');
            if (isSpoken(line) && !event.replay) {
                this.heard(room, line, quietly);
            }
        }
    }

    /** Somebody has said something. */
    heard(conversation, line, quietly = false) {
        if (line.own) {
            return;
        }
        if (this.awayPeople.delete(line.from.toLowerCase())) {
            this.tell('people', conversation);
        }
        if (conversation !== this.#current || document.hidden) {
            conversation.unread++;
            conversation.mentions += line.mention ? 1 : 0;
            this.tell('conversations');
        }
        if (!quietly) {
            this.tell('spoken', { conversation, line });
        }
    }

    #presence(room, { joined = [], left = [], renamed = [] }) {
        left.forEach((name) => room.people.delete(name));
        renamed.forEach(({ from, to }) => {
            room.people.delete(from);
            room.people.set(to, { registered: false });
        });
        joined.forEach((name) => room.people.set(name, { registered: false }));
        [...left, ...renamed.map(({ from }) => from)].forEach((name) => this.awayPeople.delete(name.toLowerCase()));
        this.tell('people', room);
    }

    #removed(room, { lines, more }) {
        const isGone = ({ id, kind }) => !!id && WORDS.has(kind) && lines.some((range) => isWithin(id, range));
        room.remove(isGone);
        for (const conversation of this.all) {
            conversation.lines.filter(({ found }) => found).forEach((line) => (line.found = line.found.filter((it) => it.room !== room.name || !isGone(it))));
        }
        this.lines(room, 'all');
        if (room !== this.#current) {
            this.lines(this.#current, 'all');
        }
        if (more) {
            this.tell('revised', room);
        }
    }

    /** The person is called so from now on. */
    isCalled(name, registered) {
        this.me = name;
        this.registered = registered;
        this.tell('me');
    }

    lines(conversation, added) {
        this.tell('lines', { conversation, added });
    }

    tell(type, detail) {
        this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    #find(key, make) {
        let found = this.#conversations.get(key);
        if (!found) {
            found = make();
            this.#conversations.set(key, found);
            this.tell('conversations');
        }
        return found;
    }
}

/** Whether somebody's coming and going is all that an event tells. */
const isAbout = ({ event, joined = [], left = [], renamed = [] }, name) =>
    event === 'presence' && [...joined, ...left, ...renamed.map(({ to }) => to)].every((it) => it === name);

const keyOf = (conversation) => (conversation.isRoom ? `#${conversation.name}` : `@${conversation.name.toLowerCase()}`);

// Turns what the server tells into conversations. Knows nothing of the page; the views listen.

import { Conversation } from './conversation.js';

const LOBBY = 'lobby';
const SPOKEN = new Set(['message', 'action']);
const IN_ROOM = new Set(['message', 'action', 'topic', 'presence', 'changed-hands', 'moderated', 'removed']);

/**
 * All conversations of one person. Tells:
 * - 'lines', detail {conversation, added}: lines at the end ('end'), or something else ('all')
 * - 'conversations': which there are, what is unread, topics
 * - 'current': which is looked at
 * - 'people', detail the conversation: who is there
 * - 'spoken', detail {conversation, line}: somebody else has said something just now
 */
export class Chat extends EventTarget {
    me = null;
    registered = false;
    serverRoom = LOBBY;
    keptSeconds = null;
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

    get rooms() {
        return [...this.#conversations.values()].filter((it) => it.isRoom);
    }

    get persons() {
        return [...this.#conversations.values()].filter((it) => !it.isRoom);
    }

    get unread() {
        return [...this.#conversations.values()].reduce((sum, it) => sum + (it.isRoom ? it.mentions : it.unread), 0);
    }

    /** Somebody looks at a conversation now. */
    show(conversation) {
        this.#current = conversation;
        this.read(conversation);
        this.#tell('current');
    }

    /** What is unread in a conversation has been seen. */
    read(conversation) {
        conversation.unread = 0;
        conversation.mentions = 0;
        this.#tell('conversations');
    }

    /** Closes a private conversation, or a room that was left. */
    close(conversation) {
        this.#conversations.delete(keyOf(conversation));
        if (this.#current === conversation) {
            this.show(this.room(this.serverRoom));
        } else {
            this.#tell('conversations');
        }
    }

    /** Takes an event that is news. */
    take(event) {
        const handler = HANDLERS[event.event];
        if (IN_ROOM.has(event.event)) {
            this.#inRoom(event);
        } else if (handler) {
            handler.call(this, event);
        } else {
            this.notice(event);
        }
    }

    /** Takes what was said before: at the end, or in front of all that is there. */
    past(conversation, events, where) {
        const lines = events.filter((event) => event.event !== 'removed').map((event) => this.#line(event));
        let added = 0;
        if (where === 'front') {
            added = conversation.prepend(lines);
        } else if (conversation.hasNewer) {
            added = conversation.extend(lines);
        } else {
            added = lines.filter((line) => conversation.append(line)).length;
        }
        if (events.length) {
            this.#told(conversation, where === 'front' ? 'front' : 'end');
        }
        return added;
    }

    /** Shows sentences of the server where the person looks. */
    notice(event, conversation = this.#current) {
        const text = (event.words ?? (event.text ? [event.text] : [])).join('\n');
        if (text) {
            conversation.append({ kind: event.event === 'failure' ? 'failure' : 'notice', text, at: new Date() });
            this.#told(conversation, 'end');
        }
    }

    /** A line that was typed here and is on its way. */
    pending(conversation, text, kind) {
        const line = { kind, from: this.me, text, at: new Date(), own: true, pending: true };
        conversation.append(line);
        this.#told(conversation, 'end');
        return line;
    }

    /** What became of it. */
    settled(conversation, line, event) {
        line.pending = false;
        if (event.event === 'said') {
            if (conversation.knows(event.id)) {
                conversation.remove((other) => other === line);
            } else {
                line.at = new Date(event.at);
                conversation.placed(line, event.id);
                conversation.lastId ??= event.id;
            }
        } else if (event.event === 'repeated') {
            conversation.remove((other) => other === line); // it has come back with what was missed
        } else if (event.event === 'failure' || event.event === 'unsent' || event.event === 'unknown') {
            line.failed = event.text ?? 'The connection was lost: nobody knows whether this was said.';
        }
        this.#told(conversation, 'all');
    }

    #find(key, make) {
        let found = this.#conversations.get(key);
        if (!found) {
            found = make();
            this.#conversations.set(key, found);
            this.#tell('conversations');
        }
        return found;
    }

    #inRoom(event) {
        const room = this.room(event.room);
        if (event.id && !event.replay) {
            room.lastId = event.id;
        }
        if (event.event === 'removed') {
            this.#removed(room, event);
        }
        if (event.event === 'topic') {
            room.topic = event.text;
            this.#tell('conversations');
        }
        if (event.event === 'presence' && !event.replay) {
            this.#presence(room, event);
        }
        const line = this.#line(event);
        if (!room.append(line)) {
            return;
        }
        this.#told(room, 'end');
        if (SPOKEN.has(event.event) && !event.replay) {
            this.#heard(room, line);
        }
    }

    #heard(conversation, line) {
        if (line.own) {
            return;
        }
        line.mention = conversation.isRoom && this.#namesMe(line.text);
        if (conversation !== this.#current || document.hidden) {
            conversation.unread++;
            conversation.mentions += line.mention ? 1 : 0;
            this.#tell('conversations');
        }
        this.dispatchEvent(new CustomEvent('spoken', { detail: { conversation, line } }));
    }

    #line(event) {
        const own = event.from !== undefined && event.from === this.me;
        const line = { kind: event.event, id: event.id, at: new Date(event.at ?? Date.now()), from: event.from, text: event.text, own };
        if (!SPOKEN.has(event.event)) {
            line.text = sentence(event);
        } else if (!own) {
            line.mention = this.#namesMe(event.text);
        }
        return line;
    }

    #namesMe(text) {
        return this.me !== null && words(text).includes(this.me.toLowerCase());
    }

    #presence(room, { joined = [], left = [], renamed = [] }) {
        left.forEach((name) => room.people.delete(name));
        renamed.forEach(({ from, to }) => {
            room.people.delete(from);
            room.people.set(to, { registered: false });
        });
        joined.forEach((name) => room.people.set(name, { registered: false }));
        this.dispatchEvent(new CustomEvent('people', { detail: room }));
    }

    #removed(room, { lines }) {
        const words = new Set(['message', 'action', 'topic']);
        room.remove((line) => line.id && words.has(line.kind) && lines.some(({ first, last }) => isWithin(line.id, first, last)));
        this.#told(room, 'all');
    }

    #told(conversation, added) {
        this.dispatchEvent(new CustomEvent('lines', { detail: { conversation, added } }));
    }

    #tell(type) {
        this.dispatchEvent(new Event(type));
    }

    // The following are called by HANDLERS.

    privately(from, event, own) {
        const conversation = this.person(own ? event.to : from);
        const line = { kind: 'private', from, text: event.text, at: new Date(event.at ?? Date.now()), id: event.id, own };
        if (event.kept) {
            line.note = event.again ? 'kept for you, perhaps read before' : 'kept for you';
        }
        if (conversation.append(line)) {
            this.#told(conversation, 'end');
            this.#heard(conversation, line);
        }
    }

    cameIn(event) {
        const room = this.room(event.room);
        room.topic = event.topic ?? room.topic;
        room.owner = event.owner ?? room.owner;
        room.lastId ??= event.id;
        room.isBack = true;
        this.serverRoom = event.room;
        this.dispatchEvent(new CustomEvent('came', { detail: room }));
        this.#tell('conversations');
    }

    wentOut(name, current) {
        this.serverRoom = current;
        if (this.hasRoom(name) && name !== current) {
            this.close(this.room(name));
        }
        this.room(current);
    }

    isAbout(event) {
        this.room(event.room).topic = event.topic;
        this.notice(event);
        this.#tell('conversations');
    }

    isCalled(name, registered) {
        this.me = name;
        this.registered = registered;
        this.#tell('me');
    }
}

/** What happens besides entries of rooms; everything else is shown in the server's own words. */
const HANDLERS = {
    welcome() {},
    said() {},
    pong() {},
    format() {},
    replay() {},
    replayed() {},
    resumed() {},
    'history-kept'({ seconds }) {
        this.keptSeconds = seconds;
    },
    'name-accepted'(event) {
        this.isCalled(event.name, this.registered && event.name === this.me);
        const lobby = this.room(LOBBY);
        lobby.lastId ??= event.id;
        lobby.isBack = true;
        this.dispatchEvent(new CustomEvent('came', { detail: lobby }));
    },
    'logged-in'(event) {
        this.isCalled(event.name, true);
        const lobby = this.room(LOBBY);
        lobby.lastId ??= event.id;
        lobby.isBack = true;
        this.dispatchEvent(new CustomEvent('came', { detail: lobby }));
    },
    'name-lost'(event) {
        this.isCalled(event.name, false);
        this.notice(event);
    },
    registered(event) {
        this.isCalled(event.name, true);
        this.notice(event);
    },
    unregistered(event) {
        this.isCalled(event.name, false);
        this.notice(event);
    },
    private(event) {
        this.privately(event.from, event, false);
    },
    'private-copy'(event) {
        this.privately(this.me, event, true);
    },
    joined(event) {
        this.cameIn(event);
    },
    left({ room, current }) {
        this.wentOut(room, current);
    },
    followed(event) {
        if (event.joined) {
            this.cameIn(event);
        } else {
            this.wentOut(event.room, this.serverRoom);
        }
    },
    'current-room'({ room }) {
        this.serverRoom = room;
    },
    'topic-is'(event) {
        this.isAbout(event);
    },
    owner(event) {
        this.room(event.room).owner = true;
        this.notice(event, this.room(event.room));
    },
    skipped(event) {
        this.notice(event, this.room(event.room));
    },
};

const keyOf = (conversation) => (conversation.isRoom ? `#${conversation.name}` : `@${conversation.name.toLowerCase()}`);

function words(text) {
    return text.toLowerCase().match(/[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}]/gu) ?? [];
}

/** Notices in rooms come with the server's words, but for the two that come most. */
function sentence(event) {
    return (event.words ?? [event.text ?? '']).join('\n').replace(/^\* /gm, '');
}

function isWithin(id, first, last) {
    const [epoch, number] = parts(id);
    const [firstEpoch, from] = parts(first);
    const [lastEpoch, to] = parts(last);
    return epoch === firstEpoch && epoch === lastEpoch && number >= from && number <= to;
}

function parts(id) {
    const dash = id.lastIndexOf('-');
    return [id.slice(0, dash), Number(id.slice(dash + 1))];
}

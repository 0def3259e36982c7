// What each event of the server means for the conversations.

import { LOBBY } from './conversation.js';
import { timeOf } from './line.js';

const IN_ROOM = new Set(['message', 'action', 'topic', 'presence', 'changed-hands', 'moderated', 'removed']);
const SANCTION_MS = 5000; // who is put out of a room reads why in the next one, too

/** Takes an event. What has no meaning of its own is shown in the server's words. */
export function happen(chat, event) {
    if (IN_ROOM.has(event.event)) {
        chat.inRoom(event);
    } else if (HANDLERS.has(event.event)) {
        HANDLERS.get(event.event)(chat, event);
    } else {
        chat.notice(event);
    }
}

/** Whether an event has its place in a room's history, and comes to all who are in it. */
export const isNews = ({ event, room, id }) => room && id && event !== 'joined' && event !== 'followed';

/** In which room words are said after an event, if it tells. */
export function roomNow(event) {
    const { event: kind } = event;
    return kind === 'joined' || kind === 'current-room' || kind === 'said' ? event.room : kind === 'left' ? event.current : null;
}

const nothing = () => {};

const HANDLERS = new Map(Object.entries({
    welcome: nothing,
    'name-prompt': nothing,
    said: nothing,
    pong: nothing,
    format: nothing,
    replay: nothing,
    replayed: nothing,
    resumed: nothing,
    'history-kept': nothing, // about.json tells it before anybody comes in
    'private-sent': nothing,
    'name-accepted': (chat, event) => {
        welcome(chat, event);
        chat.isCalled(event.name, chat.registered && event.name === chat.me);
        cameToLobby(chat, event);
    },
    'logged-in': (chat, event) => {
        welcome(chat, event);
        chat.isCalled(event.name, true);
        cameToLobby(chat, event);
    },
    'name-lost': (chat, event) => {
        chat.isCalled(event.name, false);
        chat.notice(event);
    },
    registered: (chat, event) => {
        chat.isCalled(event.name, true);
        chat.notice(event);
    },
    unregistered: (chat, event) => {
        chat.isCalled(event.name, false);
        chat.notice(event);
    },
    private: (chat, event) => privately(chat, chat.person(event.from), event.from, event),
    'private-copy': (chat, event) => privately(chat, chat.person(event.to), chat.me, event),
    away: (chat, event) => {
        chat.away = event.text;
        chat.tell('me');
        chat.notice(event);
    },
    'away-is': (chat, event) => {
        chat.awayPeople.set(event.name.toLowerCase(), event.text);
        chat.tell('people', chat.current);
        chat.notice(event, chat.person(event.name));
    },
    here: (chat, event) => chat.notice(event),
    invitation: (chat, { from, room }) =>
        chat.shown(chat.current, { kind: 'notice', text: `${from} invites you to ${room}.`, goesTo: room, at: new Date() }),
    joined: cameIn,
    followed: (chat, event) => (event.joined ? cameIn(chat, event) : wentOut(chat, event.room, chat.serverRoom)),
    'current-room': (chat, { room }) => (chat.serverRoom = room),
    left: (chat, event) => {
        const was = chat.current;
        wentOut(chat, event.room, event.current);
        if (event.id) {
            isIn(chat, chat.room(event.current), event.id);
        }
        if (chat.sanction && was !== chat.current && Date.now() - chat.sanction.at < SANCTION_MS) {
            chat.notice(chat.sanction.event);
        }
    },
    sanctioned: (chat, event) => {
        chat.sanction = { event, at: Date.now() };
        chat.notice(event);
    },
    locked: (chat, event) => {
        chat.room(event.room).key = event.key;
        chat.notice(event, chat.room(event.room));
    },
    owner: (chat, event) => chat.notice(event, chat.room(event.room)),
    skipped: (chat, event) => {
        chat.notice(event, chat.room(event.room));
        chat.tell('stale', chat.room(event.room));
    },
}));

/** Who comes for the first time reads what to do. */
function welcome(chat, event) {
    if (chat.me === null) {
        chat.notice(event);
    }
}

function privately(chat, conversation, from, event) {
    const line = { kind: 'private', from, text: event.text, at: timeOf(event), id: event.id, own: from === chat.me };
    if (event.kept) {
        line.note = event.again ? 'kept for you, perhaps read before' : 'kept for you';
    }
    if (conversation.append(line)) {
        chat.lines(conversation, 'end');
        chat.heard(conversation, line);
    }
}

/** A name leads into the lobby, unless the person is in other rooms already. */
function cameToLobby(chat, { id }) {
    if (id) {
        isIn(chat, chat.room(LOBBY), id);
    }
}

function cameIn(chat, event) {
    const room = chat.room(event.room);
    room.topic = event.topic ?? room.topic;
    isIn(chat, room, event.id);
    chat.serverRoom = event.event === 'joined' ? event.room : chat.serverRoom;
}

function isIn(chat, room, id) {
    room.lastId ??= id;
    room.backId = id;
    room.isBack = true;
    chat.tell('came', room);
    chat.tell('conversations');
}

function wentOut(chat, name, current) {
    chat.serverRoom = current;
    chat.room(current);
    if (chat.hasRoom(name) && name !== current) {
        chat.close(chat.room(name));
    }
}

// What this tab takes along when it is loaded again, so that it is the same person in the same places: kept by the browser for this
// tab alone. Passwords are not among it, also not one that is being typed.

import { LOBBY } from './conversation.js';
import { isSecret } from './queue.js';

const KEY = 'luggage';
const MOST_LINES = 200; // of private conversations, which the server does not keep
const ANSWER_MS = 80;

const channel = channelOfTabs();
let mine = null; // the key of the connection that this tab has

/** Other tabs learn that the person with this key is here. */
export function claim(key) {
    if (mine === key) {
        return;
    }
    mine = key;
    channel?.addEventListener('message', ({ data }) => data?.asks === mine && channel.postMessage({ has: mine }));
}

/** Packs. */
export function pack(chat, link) {
    const rooms = chat.rooms.map(({ name, lastId, key, draft }) => ({ name, lastId, key, draft: kept(draft) }));
    const persons = chat.persons.map(({ name, draft, lines }) => ({ name, draft: kept(draft), lines: lines.slice(-MOST_LINES).map(({ found, ...line }) => line) }));
    const current = { name: chat.current.name, isRoom: chat.current.isRoom };
    try {
        sessionStorage.setItem(KEY, JSON.stringify({ link: link.luggage, rooms, persons, current }));
    } catch {
        // a browser that keeps nothing: one comes in anew
    }
}

/** Unpacks what was packed, once; null if there is none, or if another tab has it: a copy of a tab is somebody else. */
export async function unpack() {
    let luggage = null;
    try {
        luggage = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
        sessionStorage.removeItem(KEY);
    } catch {
        return null;
    }
    return luggage?.link?.key && !(await isTaken(luggage.link.key)) ? luggage : null;
}

/** A draft as it may be kept. */
const kept = (draft) => (draft.split('\n').some(isSecret) ? '' : draft);

/** Lets go of it. */
export function discard() {
    try {
        sessionStorage.removeItem(KEY);
    } catch {
        // there was none
    }
}

function channelOfTabs() {
    try {
        return new BroadcastChannel('chat-tabs');
    } catch {
        return null; // a browser that keeps nothing for pages may refuse this, too
    }
}

function isTaken(key) {
    if (!channel) {
        return Promise.resolve(false);
    }
    return new Promise((resolve) => {
        channel.addEventListener('message', ({ data }) => data?.has === key && resolve(true));
        channel.postMessage({ asks: key });
        setTimeout(() => resolve(false), ANSWER_MS);
    });
}

/** The rooms and private conversations as they were. */
export function restore(chat, { link, rooms, persons, current }) {
    chat.me = link.name;
    for (const { name, key, draft } of rooms) {
        Object.assign(chat.room(name), { key, draft });
    }
    for (const { name, draft, lines } of persons) {
        const person = chat.person(name);
        person.draft = draft;
        lines.filter(({ pending }) => !pending).forEach((line) => person.append({ ...line, at: new Date(line.at) }));
    }
    chat.show(current.isRoom ? chat.room(current.name) : chat.person(current.name));
    if (!rooms.some(({ name }) => name === LOBBY)) {
        chat.close(chat.room(LOBBY));
    }
}

// Puts the parts together.

import { Alerts } from './alerts.js';
import { Chat } from './chat.js';
import { Composer } from './composer.js';
import { Entry } from './entry.js';
import { Past } from './history.js';
import { Link } from './link.js';
import { showConversations, showPeople } from './list.js';
import { Log } from './log.js';
import { Typing } from './typing.js';

const MOST_PEOPLE_ASKED = 500;
const PEOPLE_DELAY_MS = 2000;

const at = (id) => document.getElementById(id);
const chat = new Chat();
const link = new Link(socketAddress(), () => chat.rooms);
const typing = new Typing(chat, link);
const past = new Past(chat, link);
const log = new Log(at('log'), at('to-end'), at('to-end-count'), at('spoken'));
const alerts = new Alerts(at('alerts'));
const entry = new Entry();
const composer = new Composer(
    { form: at('composer'), input: at('input'), choices: at('choices'), problem: at('input-problem') },
    () => ({ commands, names: [...chat.current.people.keys(), ...chat.persons.map((it) => it.name)], rooms: knownRooms }),
);
let serverName = 'Chat';
let commands = [];
let knownRooms = [];
let wantedRoom = roomInAddress() ?? 'lobby';
let shown = null;

function socketAddress() {
    const url = new URL('chat', location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    url.hash = '';
    return url.href;
}

function roomInAddress() {
    return new URLSearchParams(location.hash.slice(1)).get('room')?.toLowerCase() ?? null;
}

// ---- coming in and going

entry.addEventListener('enter', ({ detail }) => {
    wantedRoom = detail.room;
    link.enter(detail.name, detail.password);
});

link.addEventListener('state', ({ detail }) => {
    const texts = {
        connecting: 'Connecting …',
        waiting: `Connection lost. Trying again in ${detail.seconds} s; what you type is kept and sent then.`,
        online: '',
        unnamed: '',
        ended: detail.text,
    };
    at('connection').textContent = texts[detail.state];
    at('again').hidden = detail.state !== 'ended';
    if (detail.state === 'unnamed') {
        at('chat').hidden = true;
        entry.show({ name: link.name ?? '', room: wantedRoom, problem: detail.text, login: /\/login|password/i.test(detail.text) });
    }
    if (detail.state === 'waiting') {
        chat.rooms.forEach((room) => (room.isBack = false));
    }
});

link.addEventListener('home', async () => {
    entry.hide();
    at('chat').hidden = false;
    chat.rooms.filter((room) => room.isBack).forEach(askPeople);
    askWords();
    for (const room of chat.rooms) {
        if (room.lines.length === 0) {
            await past.latest(room);
        }
    }
    if (wantedRoom !== 'lobby' && !chat.hasRoom(wantedRoom)) {
        await typing.run(`/join ${wantedRoom}`, chat.room('lobby'));
    } else if (chat.hasRoom(wantedRoom)) {
        chat.show(chat.room(wantedRoom));
    }
    composer.focus();
});

link.addEventListener('event', ({ detail }) => chat.take(detail));

link.addEventListener('missed', ({ detail: { room, past: events, event } }) => {
    const conversation = chat.room(room);
    if (event.event === 'failure') {
        chat.notice({ event: 'failure', text: event.text }, conversation);
    }
    chat.past(conversation, events, 'end');
    conversation.lastId = event.id ?? conversation.lastId;
});

link.addEventListener('shut-out', ({ detail }) => {
    chat.notice({ event: 'failure', text: detail.text });
    chat.close(chat.room(detail.room));
});

link.addEventListener('doubt', ({ detail: count }) => {
    const lines = count === 1 ? 'one line' : `${count} lines`;
    chat.notice({ event: 'failure', text: `The server does not know what became of ${lines} that you sent before it was started again.` });
});

at('again').addEventListener('click', () => location.reload());
at('leave').addEventListener('click', () => {
    link.leave();
    sessionStorage.clear();
});

async function askWords() {
    const answer = await link.ask('/cmd');
    commands = (answer?.event.commands ?? []).map(({ usage }) => usage.split(' ')[0]);
    const rooms = await link.ask('/rooms');
    knownRooms = (rooms?.event.rooms ?? []).map(({ room }) => room);
}

// ---- conversations

chat.addEventListener('current', () => {
    if (shown) {
        shown.draft = composer.draft;
    }
    shown = chat.current;
    composer.draft = shown.draft;
    log.show(shown);
    showRoomHead();
    showWho();
    closeDrawers();
    history.replaceState(null, '', shown.isRoom ? `#room=${encodeURIComponent(shown.name)}` : location.hash);
});

chat.addEventListener('conversations', () => {
    showConversations(chat, { rooms: at('room-list'), persons: at('person-list'), otherUnread: at('other-unread'), onClose: close });
    showRoomHead();
});

chat.addEventListener('lines', ({ detail: { conversation, added } }) => {
    if (conversation === chat.current) {
        added === 'end' ? log.appended() : log.changed();
    }
});

chat.addEventListener('spoken', ({ detail: { conversation, line } }) => {
    if (conversation === chat.current) {
        log.say(line);
    }
    if (line.mention || !conversation.isRoom) {
        alerts.tell(conversation, line, () => chat.show(conversation));
    }
});

chat.addEventListener('me', () => (at('me').textContent = chat.me + (chat.registered ? ' ✓' : '')));
chat.addEventListener('came', ({ detail: room }) => link.isHome && askPeople(room));

log.addEventListener('older', () => past.older(chat.current));
log.addEventListener('newer', () => past.newer(chat.current));
log.addEventListener('newest', async () => {
    const room = chat.current;
    await past.latest(room);
    log.show(room);
});
log.addEventListener('seen', () => chat.read(chat.current));

function close(conversation) {
    if (conversation.isRoom) {
        typing.run(`/leave ${conversation.name}`, conversation);
    } else {
        chat.close(conversation);
    }
}

function showRoomHead() {
    const { current, unread } = chat;
    at('title').textContent = (current.isRoom ? '# ' : '') + current.name;
    at('topic').textContent = current.topic;
    at('input').placeholder = current.isRoom ? `Say something in ${current.name}` : `Write to ${current.name} alone`;
    document.title = `${unread ? `(${unread}) ` : ''}${current.name} – ${serverName}`;
}

// ---- people

let peopleTimer = null;

async function askPeople(room) {
    const answer = await link.ask(`/allusers ${room.name}`);
    if (answer?.event.event === 'users') {
        const registered = new Set(answer.event.registered);
        room.people = new Map(answer.event.names.map((name) => [name, { registered: registered.has(name) }]));
        showWho(room);
    }
}

chat.addEventListener('people', ({ detail: room }) => {
    showWho(room);
    if (room.people.size <= MOST_PEOPLE_ASKED) {
        clearTimeout(peopleTimer);
        peopleTimer = setTimeout(() => askPeople(room), PEOPLE_DELAY_MS); // who of them has logged in
    }
});

function showWho(room = chat.current) {
    if (room === chat.current) {
        at('people').hidden = !room.isRoom;
        showPeople(room, chat.me, { list: at('people-list'), count: at('people-count'), more: at('people-more'), filter: at('people-filter') });
        at('people-label').textContent = `People (${room.people.size})`;
    }
}

at('people-filter').addEventListener('input', () => showWho());

// ---- typing, and what is pressed

composer.addEventListener('line', ({ detail }) => {
    log.toEnd();
    typing.take(detail, chat.current);
});

at('join-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const room = at('join-room').value.trim();
    if (room) {
        at('join-room').value = '';
        typing.run(`/join ${room}`, chat.room(chat.serverRoom));
    }
});

document.addEventListener('click', ({ target }) => {
    const conversation = target.closest('[data-conversation]');
    const person = target.closest('[data-name]');
    if (conversation) {
        const { conversation: name, kind } = conversation.dataset;
        chat.show(kind === 'room' ? chat.room(name) : chat.person(name));
        composer.focus();
    } else if (person && person.dataset.name !== chat.me) {
        chat.show(chat.person(person.dataset.name));
        composer.focus();
    }
});

document.addEventListener('visibilitychange', () => {
    if (!document.hidden && log.isFollowing) {
        chat.read(chat.current);
    }
});

for (const [button, drawer] of [['open-rooms', 'rooms'], ['open-people', 'people']]) {
    at(button).addEventListener('click', () => {
        const open = at('chat').dataset.drawer !== drawer;
        closeDrawers();
        if (open) {
            at('chat').dataset.drawer = drawer;
            at(button).setAttribute('aria-expanded', 'true');
            at(drawer).querySelector('button, input')?.focus();
        }
    });
}

function closeDrawers() {
    delete at('chat').dataset.drawer;
    at('open-rooms').setAttribute('aria-expanded', 'false');
    at('open-people').setAttribute('aria-expanded', 'false');
}

document.addEventListener('keydown', ({ key }) => key === 'Escape' && closeDrawers());
addEventListener('hashchange', () => {
    const room = roomInAddress();
    if (room && link.isHome) {
        chat.hasRoom(room) ? chat.show(chat.room(room)) : typing.run(`/join ${room}`, chat.room('lobby'));
    }
});

// ---- the page itself

addEventListener('pagehide', () => {
    if (chat.me && !at('chat').hidden) {
        sessionStorage.setItem('luggage', JSON.stringify({ ...link.luggage, current: chat.current.isRoom ? chat.current.name : 'lobby' }));
    }
});

async function begin() {
    const luggage = JSON.parse(sessionStorage.getItem('luggage') ?? 'null');
    sessionStorage.removeItem('luggage'); // a copy of this tab is somebody else
    chat.show(chat.current);
    if (luggage) {
        wantedRoom = luggage.current;
        link.unpack(luggage);
    }
    if (luggage && !luggage.loggedIn) {
        link.enter(luggage.name);
    } else {
        entry.show({ name: luggage?.name, room: wantedRoom, login: !!luggage, problem: luggage ? 'Please log in again.' : '' });
    }
    const about = await fetch('about.json').then((answer) => answer.json()).catch(() => null);
    if (about) {
        serverName = about.name;
        document.querySelectorAll('.server-name').forEach((it) => (it.textContent = serverName));
        at('entry-kept').textContent = about.kept;
        showRoomHead();
    }
}

begin();

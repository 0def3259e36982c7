// Puts the parts together.

import { followAddress, roomInAddress } from './address.js';
import { Alerts } from './alerts.js';
import { isRecent } from './browser.js';
import { Chat } from './chat.js';
import { Composer } from './composer.js';
import { LOBBY, ROOM_RULE } from './conversation.js';
import { Drawers } from './drawers.js';
import { Entry } from './entry.js';
import { Head } from './head.js';
import { Past } from './history.js';
import { Link } from './link.js';
import { showConversations } from './list.js';
import { Log } from './log.js';
import { claim, discard, restore, unpack } from './luggage.js';
import { listen } from './pressing.js';
import { People } from './people.js';
import { MOST_CHARACTERS, MOST_LINES } from './queue.js';
import { aloud } from './row.js';
import { Speaker } from './speaker.js';
import { Standing } from './standing.js';
import { watchTab } from './tab.js';
import { Typing } from './typing.js';
import { Vocabulary } from './vocabulary.js';

const at = (id) => document.getElementById(id);
const chat = new Chat();
const link = new Link(socketAddress(), () => chat.rooms);
const typing = new Typing(chat, link);
const past = new Past(chat, link);
const speaker = new Speaker(at('spoken'));
const log = new Log(at('log'), at('to-end'), at('to-end-count'), () => link.isOver);
const alerts = new Alerts(at('alerts'), at('alerts-note'));
const drawers = new Drawers();
const standing = new Standing();
const head = new Head(chat, link);
const vocabulary = new Vocabulary(chat, link);
const entry = new Entry();
const people = new People(chat, link, {
    aside: at('people'), label: at('people-label'), list: at('people-list'), count: at('people-count'), more: at('people-more'),
    filter: at('people-filter'), open: at('open-people'),
});
const composer = new Composer(
    { form: at('composer'), input: at('input'), choices: at('choices'), problem: at('input-problem') },
    () => ({
        commands: vocabulary.commands,
        names: [...chat.current.people.keys(), ...chat.persons.map((it) => it.name)],
        rooms: [...vocabulary.rooms, ...chat.rooms.map((it) => it.name)],
    }),
    (lines) => (link.hasRoomFor(lines) ? '' : `This is too much: at most ${MOST_LINES} lines, ${MOST_CHARACTERS.toLocaleString('en')} letters in all, can wait to be sent. It stays here.`),
    (text) => speaker.say(text),
);
let wantedRoom = null;
let shown = null;

function socketAddress() {
    const url = new URL('chat', location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    url.hash = '';
    return url.href;
}

// ---- coming in and going

entry.addEventListener('enter', ({ detail }) => {
    wantedRoom = detail.room;
    link.enter(detail.name, detail.password);
});

link.addEventListener('state', ({ detail }) => {
    const { state, seconds, text, code } = detail;
    standing.show(detail, link.wasLost);
    if (state === 'unnamed') {
        at('chat').hidden = true;
        entry.refuse({ name: link.name, room: wantedRoom ?? chat.current.name, text, code });
    } else if (state === 'waiting') {
        chat.rooms.forEach((room) => (room.isBack = room.isPeopled = false));
        entry.isShown && entry.wait(`${text} Trying again in ${seconds} s.`);
    } else if (state === 'ended') {
        discard();
        history.replaceState({ ...history.state, again: link.name }, ''); // for whoever joins again
        head.show();
        people.show();
        log.changed();
        entry.isShown && entry.refuse({ name: link.name, room: wantedRoom, text });
    }
});

link.addEventListener('home', async () => {
    if (entry.isShown || !vocabulary.commands.length) {
        entry.hide();
        at('chat').hidden = false;
        claim(link.luggage.key);
        composer.focus();
        vocabulary.ask();
    }
    const wanted = wantedRoom;
    wantedRoom = null;
    if (wanted && !chat.hasRoom(wanted)) {
        await typing.run(`/join ${wanted}`, chat.current);
        chat.show(chat.current); // where the person is if that room does not let them in
    } else if (wanted) {
        chat.show(chat.room(wanted));
    } else {
        look();
    }
});

link.addEventListener('event', ({ detail }) => chat.take(detail));

link.addEventListener('missed', ({ detail: { room: name, past: events, event, goesOn } }) => {
    const room = chat.room(name);
    if (event.code === 'history-gone') {
        chat.notice({ event: 'notice', text: 'Some of what was said meanwhile is not kept any more.' }, room);
    } else if (event.event === 'failure') {
        chat.notice({ event: 'failure', text: `What was said meanwhile could not be read: ${event.text}` }, room);
    }
    chat.missed(room, events);
    room.lastId = event.id ?? room.lastId;
    if (goesOn) {
        room.lastId = room.backId ?? room.lastId; // so much was missed that it is read from the end
        stale(room);
    }
});

link.addEventListener('shut-out', ({ detail: { room, text, isForNow } }) => {
    isForNow ? chat.heldOut(room, text) : chat.shutOut(room, text);
});

at('leave').addEventListener('click', () => {
    drawers.close();
    link.leave();
});

// ---- conversations

chat.addEventListener('current', () => {
    if (shown) {
        shown.draft = composer.draft;
    }
    shown = chat.current;
    composer.draft = shown.draft;
    log.show(shown);
    head.show();
    drawers.close();
    look();
});

/** What is needed of the conversation that is looked at, and not there yet. */
function look() {
    const room = chat.current;
    if (room.isRoom && room.isBack && link.isHome && !room.isFetched) {
        past.latest(room);
    }
    people.look();
}

function stale(room) {
    room.isFetched = false;
    room === chat.current && look();
}

chat.addEventListener('stale', ({ detail: room }) => stale(room));

// Who reads what was said long ago stays there.
chat.addEventListener('revised', async ({ detail: room }) => {
    const isRead = room === chat.current && room.isFetched && link.isHome && !log.isFollowing;
    if (!isRead || !(await past.revise(room))) {
        stale(room);
    }
});

chat.addEventListener('conversations', () => {
    showConversations(chat, { rooms: at('room-list'), persons: at('person-list'), personsLabel: at('persons-label'), otherUnread: at('other-unread') });
    head.show();
});

vocabulary.addEventListener('rooms', () => {
    const others = vocabulary.rooms.filter((it) => !chat.hasRoom(it));
    at('known-rooms').replaceChildren(...others.map((value) => Object.assign(document.createElement('option'), { value })));
    head.show();
});

chat.addEventListener('lines', ({ detail: { conversation, added } }) => {
    if (conversation === chat.current && shown) {
        added === 'end' ? log.appended() : log.changed();
    }
});

chat.addEventListener('line', ({ detail: { conversation, line } }) => {
    if (conversation === chat.current) {
        log.redraw(line);
        line.failed && speaker.say(line.failed);
    }
});

chat.addEventListener('spoken', ({ detail: { conversation, line } }) => {
    if (conversation === chat.current) {
        speaker.say(aloud(line));
    }
    if (line.mention || !conversation.isRoom) {
        alerts.tell(conversation, line, () => chat.show(conversation));
    }
});

chat.addEventListener('told', ({ detail: { conversation, line } }) => conversation === chat.current && speaker.say(aloud(line)));

chat.addEventListener('me', () => {
    at('me').textContent = chat.me;
    at('me-mark').hidden = !chat.registered;
    at('me-away').textContent = chat.away ? `away: ${chat.away}` : '';
    people.show();
});

log.addEventListener('older', () => past.older(chat.current));
log.addEventListener('newer', () => past.newer(chat.current));
log.addEventListener('newest', async () => {
    const room = chat.current;
    await past.latest(room);
    room.isFetched &&= !room.hasNewer; // without a connection, the next one brings them
    room === chat.current && !room.hasNewer && log.toEnd();
});
log.addEventListener('seen', () => chat.read(chat.current));

// ---- typing, and what is pressed

composer.addEventListener('line', ({ detail }) => {
    log.toEnd();
    typing.take(detail);
});
composer.addEventListener('page', ({ detail }) => log.page(detail));

at('input').addEventListener('input', ({ target }) => target.value === '/' && vocabulary.askAgain());

at('join-room').addEventListener('focus', () => link.isHome && vocabulary.askRooms());
at('join-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const room = at('join-room').value.trim().replace(/^#/, '');
    if (/\s/.test(room)) {
        chat.notice({ event: 'failure', text: ROOM_RULE }); // the second word would be a key
    } else if (room) {
        at('join-room').value = '';
        typing.run(`/join ${room}`, chat.room(chat.serverRoom));
        composer.focus();
    }
});

listen({ chat, composer, typing, log, drawers });

// ---- the page itself

followAddress(chat, (room) => {
    if (chat.hasRoom(room)) {
        chat.show(chat.room(room));
    } else if (link.isHome) {
        typing.run(`/join ${room}`, chat.current);
    }
});

watchTab(chat, link, composer, () => chat.me !== null && !at('chat').hidden && !link.isOver);

async function begin() {
    at('unready').remove();
    const luggage = await unpack();
    const room = roomInAddress();
    if (luggage) {
        restore(chat, luggage);
        link.unpack(luggage.link).forEach((line) => typing.resume(line));
        wantedRoom = room === chat.current.name ? null : room;
    }
    chat.show(chat.current);
    if (!luggage) {
        entry.show({ name: history.state?.again, room: room ?? LOBBY });
    } else if (luggage.link.loggedIn) {
        entry.refuse({ name: luggage.link.name, room: room ?? (chat.current.isRoom ? chat.current.name : LOBBY), text: 'Welcome back. Please give your password again.', code: 'again' });
    } else {
        at('chat').hidden = false;
        link.enter(luggage.link.name);
    }
    const about = await fetch('about.json').then((answer) => answer.json()).catch(() => null);
    if (about) {
        head.isOf(about.name);
        at('entry-kept').textContent = about.kept;
    }
}

isRecent() && begin();

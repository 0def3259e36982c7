// The lists beside the conversation: rooms and private conversations on one side, people on the other.

import { colourOf } from './author.js';
import { LOBBY } from './conversation.js';

const MOST_PEOPLE = 200;

/** Shows where a person is, what is unread, and which is looked at. */
export function showConversations(chat, { rooms, persons, personsLabel, otherUnread }) {
    fill(rooms, chat.rooms.map((it) => conversationItem(chat, it)));
    fill(persons, chat.persons.map((it) => conversationItem(chat, it)));
    personsLabel.hidden = chat.persons.length === 0;
    const unread = chat.wanted;
    otherUnread.hidden = unread === 0;
    otherUnread.firstChild.textContent = unread;
}

function conversationItem(chat, conversation) {
    const item = document.createElement('li');
    const button = element('button', 'conversation');
    button.type = 'button';
    button.dataset.key = button.dataset.conversation = conversation.name;
    button.dataset.kind = conversation.isRoom ? 'room' : 'person';
    button.append(sign(conversation), element('span', 'name', conversation.name));
    if (conversation === chat.current) {
        button.setAttribute('aria-current', 'true');
    }
    if (conversation.unread) {
        button.classList.add('unread');
        const badge = element('span', conversation.mentions || !conversation.isRoom ? 'badge mentions' : 'badge', String(Math.min(conversation.unread, 999)));
        badge.append(element('span', 'visually-hidden', conversation.mentions ? ' unread, you are named' : ' unread'));
        button.append(' ', badge);
    }
    item.append(button);
    if (conversation.name !== LOBBY || !conversation.isRoom) {
        item.append(closeButton(conversation));
    }
    return item;
}

function sign({ isRoom, name }) {
    const made = element('span', isRoom ? 'sign' : `sign ${colourOf(name)}`, isRoom ? '#' : '@');
    made.ariaHidden = 'true';
    return made;
}

function closeButton(conversation) {
    const close = element('button', 'close', '×');
    close.type = 'button';
    close.dataset.key = `close ${conversation.name}`;
    close.dataset.close = conversation.name;
    close.dataset.kind = conversation.isRoom ? 'room' : 'person';
    close.title = conversation.isRoom ? `Leave ${conversation.name}` : `Close the conversation with ${conversation.name}`;
    close.setAttribute('aria-label', close.title);
    return close;
}

/** Shows who is in a room. Of very many some, with a field to find the others. */
export function showPeople(room, me, { away, isVerified }, { list, count, more, filter }) {
    const wanted = filter.value.trim().toLowerCase();
    const names = [...room.people.keys()];
    const found = wanted ? names.filter((name) => name.toLowerCase().includes(wanted)) : names;
    const shown = found.length > 10 * MOST_PEOPLE ? found.slice(0, MOST_PEOPLE) : found; // sorting 10,000 names takes a while
    shown.sort((a, b) => a.localeCompare(b));
    fill(list, shown.slice(0, MOST_PEOPLE).map((name) => personItem(name, isVerified(name), name === me, away(name))));
    count.textContent = names.length;
    filter.hidden = names.length <= 20;
    more.textContent = found.length > MOST_PEOPLE ? `and ${found.length - MOST_PEOPLE} more` : '';
}

function personItem(name, registered, isMe, away) {
    const item = document.createElement('li');
    const person = element(isMe ? 'span' : 'button', 'person');
    person.append(element('span', `name ${colourOf(name)}`, name));
    if (!isMe) {
        person.type = 'button';
        person.dataset.key = person.dataset.name = name;
        person.title = `Write to ${name} alone`;
    }
    if (registered) {
        const mark = element('span', 'verified', '✓');
        mark.ariaHidden = 'true';
        mark.title = 'has logged in to this name';
        person.append(' ', mark, element('span', 'visually-hidden', ', has logged in to this name'));
    }
    if (isMe) {
        person.append(element('span', 'beside', ' (you)'));
    }
    if (away !== undefined) {
        person.append(element('span', 'beside away', ` away${away ? `: ${away}` : ''}`));
    }
    item.append(person);
    return item;
}

// Whoever has the focus on an item keeps it.
function fill(list, items) {
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    list.replaceChildren(...items);
    if (focused) {
        list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    }
}

function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    if (text !== undefined) {
        made.append(text);
    }
    return made;
}

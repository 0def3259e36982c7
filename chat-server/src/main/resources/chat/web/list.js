// The lists beside the conversation: rooms and private conversations on one side, people on the other.

const MOST_PEOPLE = 200;

/** Shows where a person is, what is unread, and which is looked at. */
export function showConversations(chat, { rooms, persons, otherUnread, onClose }) {
    fill(rooms, chat.rooms.map((it) => conversationItem(chat, it, onClose)));
    fill(persons, chat.persons.map((it) => conversationItem(chat, it, onClose)));
    const unread = chat.unread;
    otherUnread.hidden = unread === 0;
    otherUnread.textContent = unread;
}

function conversationItem(chat, conversation, onClose) {
    const item = document.createElement('li');
    const button = element('button', 'conversation', (conversation.isRoom ? '# ' : '') + conversation.name);
    button.type = 'button';
    button.dataset.key = button.dataset.conversation = conversation.name;
    button.dataset.kind = conversation.isRoom ? 'room' : 'person';
    if (conversation === chat.current) {
        button.setAttribute('aria-current', 'true');
    }
    if (conversation.unread) {
        const badge = element('span', conversation.mentions || !conversation.isRoom ? 'badge mentions' : 'badge', String(conversation.unread));
        badge.append(element('span', 'visually-hidden', conversation.mentions ? ' unread, you are named' : ' unread'));
        button.append(' ', badge);
    }
    item.append(button);
    if (!conversation.isRoom || conversation.name !== 'lobby') {
        const close = element('button', 'close', '×');
        close.type = 'button';
        close.dataset.key = `close ${conversation.name}`;
        close.setAttribute('aria-label', conversation.isRoom ? `Leave ${conversation.name}` : `Close the conversation with ${conversation.name}`);
        close.addEventListener('click', () => onClose(conversation));
        item.append(close);
    }
    return item;
}

/** Shows who is in a room. Of very many some, with a field to find the others. */
export function showPeople(room, me, { list, count, more, filter }) {
    const wanted = filter.value.trim().toLowerCase();
    const names = [...room.people.keys()].sort((a, b) => a.localeCompare(b));
    const found = wanted ? names.filter((name) => name.toLowerCase().includes(wanted)) : names;
    fill(list, found.slice(0, MOST_PEOPLE).map((name) => personItem(name, room.people.get(name), name === me)));
    count.textContent = names.length;
    filter.hidden = names.length <= 20;
    more.textContent = found.length > MOST_PEOPLE ? `and ${found.length - MOST_PEOPLE} more` : '';
}

function personItem(name, { registered }, isMe) {
    const item = document.createElement('li');
    const button = element('button', 'person', name);
    button.type = 'button';
    button.dataset.key = button.dataset.name = name;
    button.disabled = isMe;
    if (registered) {
        const mark = element('span', 'verified', '✓');
        mark.title = 'has logged in to this name';
        mark.append(element('span', 'visually-hidden', ' has logged in to this name'));
        mark.firstChild.ariaHidden = 'true';
        button.append(' ', mark);
    }
    if (isMe) {
        button.append(' (you)');
    }
    item.append(button);
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
    made.append(text);
    return made;
}

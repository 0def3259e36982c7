// One line of a conversation as an element.

import { colourOf } from './colour.js';
import { write } from './richtext.js';

const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const TOGETHER_MS = 3 * 60_000;

/** The element of a line; `before` is the line above it, or null. */
export function row(line, before) {
    const element = document.createElement('div');
    element.className = `line ${line.kind}`;
    element.classList.toggle('own', !!line.own);
    element.classList.toggle('mention', !!line.mention);
    element.classList.toggle('pending', !!line.pending);
    element.classList.toggle('goes-on', goesOn(line, before));
    element.append(time(line), ' ');
    if (line.from !== undefined && isSpoken(line)) {
        element.append(author(line), ' ');
    }
    const text = document.createElement('span');
    text.className = /^(\t| {2,})/.test(line.text) ? 'text block' : 'text';
    text.dir = 'auto';
    write(text, line.text);
    element.append(text, ...notes(line));
    return element;
}

/** What stands between the days. */
export function daySeparator(line) {
    const element = document.createElement('div');
    element.className = 'day';
    element.setAttribute('role', 'separator');
    element.textContent = DAY.format(line.at);
    return element;
}

export const isOtherDay = (line, before) => !before || line.at.toDateString() !== before.at.toDateString();

/** A line as it is read aloud. */
export const aloud = (line) => (isSpoken(line) ? `${line.from}: ${line.text}` : line.text);

const isSpoken = ({ kind }) => kind === 'message' || kind === 'action' || kind === 'private';

function goesOn(line, before) {
    return !!before && line.kind === before.kind && isSpoken(line) && line.kind !== 'action' && line.from === before.from
        && line.at - before.at < TOGETHER_MS && !isOtherDay(line, before);
}

function time(line) {
    const element = document.createElement('time');
    element.dateTime = line.at.toISOString();
    element.textContent = TIME.format(line.at);
    element.title = `${DAY.format(line.at)}, ${line.at.toLocaleTimeString()}`;
    return element;
}

function author(line) {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = `author ${colourOf(line.from)}`;
    element.dataset.name = line.from;
    element.textContent = line.from;
    element.title = `Write to ${line.from} alone`;
    element.tabIndex = -1;
    return element;
}

function notes(line) {
    const found = [line.note, line.failed && `Not said: ${line.failed}`].filter(Boolean);
    return found.map((text) => {
        const element = document.createElement('span');
        element.className = line.failed ? 'note problem' : 'note';
        element.textContent = text;
        return element;
    });
}

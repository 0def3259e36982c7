// One line of a conversation as an element.

import { answer } from './answer.js';
import { author } from './author.js';
import { inBlock } from './block.js';
import { isSpoken } from './line.js';
import { write } from './richtext.js';

const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const TOGETHER_MS = 3 * 60_000;

/** The elements of a line, the last of which is its row; `before` is the line above it, or null. Once it is over, they are only read. */
export function elementsOf(line, before, isOver) {
    return isOtherDay(line, before) ? [daySeparator(line), row(line, null, isOver)] : [row(line, before, isOver)];
}

function row(line, before, isOver) {
    const element = document.createElement('div');
    element.className = `line ${line.kind}`;
    element.classList.toggle('own', !!line.own && isSpoken(line));
    element.classList.toggle('mention', !!line.mention);
    element.classList.toggle('pending', !!line.pending);
    element.classList.toggle('goes-on', goesOn(line, before));
    element.classList.toggle('code', isSpoken(line) && inBlock(line.text) !== null);
    element.append(...(line.kind === 'answer' ? [answer(line, time)] : parts(line)), ...notes(line));
    element.querySelectorAll('.again, .go').forEach((it) => (it.disabled = isOver));
    return element;
}

/** Words have who and when above them; what is a sentence by itself has the time behind it. */
function parts(line) {
    if (line.kind === 'action') {
        return [author(line.from), ' ', words(line), ' ', time(line)];
    }
    return isSpoken(line) ? [head(line), ' ', words(line)] : [words(line), ' ', time(line)];
}

/** What stands between the days. */
function daySeparator(line) {
    const element = document.createElement('div');
    element.className = 'day';
    element.setAttribute('role', 'separator');
    element.textContent = DAY.format(line.at);
    element.setAttribute('aria-label', element.textContent);
    return element;
}

const isOtherDay = (line, before) => !before || line.at.toDateString() !== before.at.toDateString();

/** A line as it is read aloud. */
export function aloud(line) {
    if (isSpoken(line)) {
        return `${line.from}${line.kind === 'action' ? '' : ':'} ${line.text}`;
    }
    return line.goesTo ? `${line.text} The button “${wayTo(line.goesTo)}” is behind it.` : line.text;
}

const wayTo = (room) => `Go to ${room}`;

function goesOn(line, before) {
    return !!before && line.kind === before.kind && isSpoken(line) && line.kind !== 'action' && line.from === before.from
        && line.at - before.at < TOGETHER_MS && !isOtherDay(line, before);
}

// Who and when; for those who cannot see that a line goes on, on each line.
function head(line) {
    const element = document.createElement('div');
    element.className = 'head';
    element.append(author(line.from), ' ', time(line));
    return element;
}

function words(line) {
    const code = isSpoken(line) ? inBlock(line.text) : null;
    const element = document.createElement('div');
    element.className = code === null ? 'text' : 'text block';
    element.dir = 'auto';
    if (code === null) {
        write(element, line.text);
    } else {
        element.textContent = code || '\u00a0';
    }
    return element;
}

function time(line) {
    const element = document.createElement('time');
    element.dateTime = line.at.toISOString();
    element.textContent = TIME.format(line.at);
    element.title = `${DAY.format(line.at)}, ${line.at.toLocaleTimeString()}`;
    return element;
}

function notes(line) {
    return [
        line.note && note(line.note, 'note'),
        line.failed && note(line.failed, 'note problem'),
        line.failed && button('again', 'Edit and send again'),
        line.goesTo && Object.assign(button('go', wayTo(line.goesTo)), { value: line.goesTo }),
    ].filter(Boolean);
}

function note(text, className) {
    const element = document.createElement('div');
    element.className = className;
    element.textContent = text;
    return element;
}

/** What a line is good for besides being read, such as a way to where it invites. */
function button(className, text) {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = className;
    element.textContent = text;
    return element;
}

// The server's answer to a command as elements: its sentences, its lists in two columns, and the lines that were found.

import { author } from './author.js';
import { inBlock } from './block.js';
import { write } from './richtext.js';

const COLUMNS = /^ {2}(\S.*?) {2,}(\S.*)$/; // how the text door writes a list

/** The element of an answer. */
export function answer({ text, found = [] }, time) {
    const element = document.createElement('div');
    element.className = 'text';
    element.dir = 'auto';
    element.append(...found.map((line) => foundLine(line, time)));
    const lines = text.split('\n');
    if (lines.at(-1) === 'More:') {
        lines.pop();
    }
    for (const line of lines) {
        const columns = COLUMNS.exec(line);
        columns ? listed(element, columns) : element.append(sentence(line));
    }
    return element;
}

function foundLine(line, time) {
    const element = document.createElement('div');
    element.className = 'found';
    const where = document.createElement('span');
    where.className = 'where';
    where.append(`#\u00a0${line.room} · `, line.at.toDateString() === new Date().toDateString() ? '' : `${line.at.toLocaleDateString()} `, time(line), ' ');
    element.append(where);
    if (line.kind === 'message' || line.kind === 'action') {
        element.append(author(line.from), ' ');
    }
    write(element, inBlock(line.text) ?? line.text);
    return element;
}

function listed(element, [, left, right]) {
    const list = element.lastElementChild?.tagName === 'DL' ? element.lastElementChild : document.createElement('dl');
    const term = document.createElement('dt');
    term.textContent = left;
    const meaning = document.createElement('dd');
    meaning.textContent = right;
    list.append(term, meaning);
    element.append(list);
}

function sentence(text) {
    const element = document.createElement('div');
    write(element, text.replace(/^ {2}(?=\S)/, '· '));
    return element;
}

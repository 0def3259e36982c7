// What can be meant by what is typed so far: commands at the beginning, names and rooms anywhere.

const MOST = 8;
const ROOM_COMMANDS = new Set(['/join', '/leave', '/room', '/allusers']);

/**
 * The word before the caret and what it can become.
 * @param {string} text what is typed
 * @param {number} caret where
 * @param {{commands: string[], names: string[], rooms: string[]}} known
 * @returns {{start: number, choices: string[]}} where the word begins, and what can stand there
 */
export function complete(text, caret, known) {
    const start = text.lastIndexOf(' ', caret - 1) + 1;
    const word = text.slice(start, caret);
    if (start === 0 && word.startsWith('/')) {
        return { start, choices: beginningWith(word, known.commands).map((it) => `${it} `) };
    }
    if (!word) {
        return { start, choices: [] };
    }
    const at = word.startsWith('@') ? '@' : '';
    const wanted = word.slice(at.length);
    const pool = ROOM_COMMANDS.has(text.slice(0, text.indexOf(' '))) ? known.rooms : known.names;
    const after = text.startsWith('/') || start > 0 || at ? ' ' : ', ';
    return { start, choices: beginningWith(wanted, pool).map((it) => at + it + after) };
}

function beginningWith(word, pool) {
    const wanted = word.toLowerCase();
    return pool.filter((it) => it.toLowerCase().startsWith(wanted)).sort().slice(0, MOST);
}

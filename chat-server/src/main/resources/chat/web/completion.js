// What can be meant by what is typed so far: commands at the beginning, names and rooms anywhere.

const MOST = 8;
const ABOUT_ROOMS = new Set(['/join', '/leave', '/room', '/allusers']);

/**
 * The word before the caret and what it can become.
 * @param {string} text what is typed
 * @param {number} caret where
 * @param {{commands: {name: string, usage: string, summary: string}[], names: string[], rooms: string[]}} known
 * @returns {{start: number, choices: {text: string, shown: ?string, about: ?string}[]}} where the word begins, and what can stand there
 */
export function complete(text, caret, known) {
    const start = text.slice(0, caret).search(/\S*$/);
    const word = text.slice(start, caret);
    if (start === 0 && word.startsWith('/')) {
        return { start, choices: commandsLike(word, known.commands) };
    }
    const at = word.startsWith('@') ? '@' : '';
    const wanted = word.slice(at.length);
    const command = text.startsWith('/') ? text.slice(0, text.search(/\s|$/)) : '';
    if ((!wanted && !at && !command) || (command && start === 0)) {
        return { start, choices: [] };
    }
    const pool = ABOUT_ROOMS.has(command) ? known.rooms : known.names;
    const after = command || start > 0 || at ? ' ' : ', ';
    return { start, choices: beginningWith(wanted, pool).map((it) => ({ text: at + it + after })) };
}

function commandsLike(word, commands) {
    const wanted = word.toLowerCase();
    return commands.filter(({ name }) => name.startsWith(wanted)).map(({ name, usage, summary }) => ({ text: `${name} `, shown: usage, about: summary }));
}

function beginningWith(word, pool) {
    const wanted = word.toLowerCase();
    return [...new Set(pool)].filter((it) => it.toLowerCase().startsWith(wanted)).sort().slice(0, MOST);
}

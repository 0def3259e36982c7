// A line of a conversation, made of what the server tells.

const SPOKEN = new Set(['message', 'action', 'private']);

/** Whether a line is somebody's words. */
export const isSpoken = ({ kind }) => SPOKEN.has(kind);

/**
 * The line of an event of a room.
 * @param me the person's own name
 */
export function lineOf(event, me) {
    const own = event.from !== undefined && event.from === me;
    const line = { kind: event.event, id: event.id, at: timeOf(event), from: event.from, text: event.text ?? '', own };
    if (!isSpoken(line)) {
        line.text = sentence(event);
    } else if (!own) {
        line.mention = names(event.text, me);
    }
    return line;
}

/** When something happened; now, if it is not told. */
export function timeOf({ at }) {
    const time = at ? new Date(at) : new Date();
    return Number.isNaN(time.getTime()) ? new Date() : time;
}

/** The words that the text door has for an event. */
export function sentence(event) {
    const { words, text } = event.event === 'users' ? { words: [whoIsThere(event)] } : event;
    return (words ?? (text ? [text] : [])).join('\n').replace(/^\* /gm, '');
}

// It comes without words, which would be all the names once more.
function whoIsThere({ room, names, registered, away }) {
    const marked = new Set(registered);
    const gone = new Set(away);
    const people = `${names.length === 1 ? '1 person' : `${names.length} people`} in ${room}`;
    const shown = names.map((name) => `${name}${marked.has(name) ? '*' : ''}${gone.has(name) ? ' (away)' : ''}`);
    return `${people}${marked.size ? ' (* has logged in)' : ''}: ${shown.join(', ')}`;
}

/** Whether a text has somebody's name in it, as a word of its own. */
function names(text, name) {
    return name !== null && (text.toLowerCase().match(WORDS) ?? []).includes(name.toLowerCase());
}

const WORDS = /[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}]/gu;

/** Whether an id is in a range of the same room. */
export function isWithin(id, { first, last }) {
    const [epoch, number] = parts(id);
    const [firstEpoch, from] = parts(first);
    const [lastEpoch, to] = parts(last);
    return epoch === firstEpoch && epoch === lastEpoch && number >= from && number <= to;
}

/** Whether a line was taken before another one; false if that cannot be told. */
export function isBefore(id, other) {
    if (!id || !other) {
        return false;
    }
    const [epoch, number] = parts(id);
    const [otherEpoch, otherNumber] = parts(other);
    return epoch === otherEpoch && number < otherNumber;
}

function parts(id) {
    const dash = id.lastIndexOf('-');
    return [id.slice(0, dash), Number(id.slice(dash + 1))];
}

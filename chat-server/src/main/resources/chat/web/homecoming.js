// The way from a new connection back to where the lost one was: into the rooms, then through what was told in them meanwhile.

const LOBBY = 'lobby';
const MOST_GONE = 5; // how often a room may lose more of its history while it is read
const NOT_NOW = new Set(['too-often', 'too-many-rooms', 'server-busy', 'server-mistake', 'muted', 'lockdown', 'not-kept']); // no reason to give a room up
const MOST_PAGES = 4; // of 1,000 lines; who was away for longer scrolls

/**
 * Goes there.
 * @param link asks the server, and tells 'event', 'shut-out' and 'missed'
 * @param rooms where the person was, each with lastId, key and isBack
 * @param accepted the event that let us in; with an id if that was into the lobby
 */
export async function comeHome(link, rooms, accepted) {
    for (const room of rooms.filter((it) => it.name !== LOBBY && !it.isBack)) {
        await rejoin(link, room);
    }
    if (accepted.id && !rooms.some((it) => it.name === LOBBY) && rooms.some((it) => it.isBack)) {
        const answer = await link.ask(`/leave ${LOBBY}`);
        answer && tell(link, 'event', answer.event);
    }
    for (const room of rooms.filter((it) => it.isBack && it.lastId && it.lastId !== it.backId)) {
        await catchUp(link, room);
    }
}

async function rejoin(link, room) {
    const answer = await link.ask(`/join ${room.name} ${room.key ?? ''}`.trim());
    if (answer?.event.event === 'failure') {
        const { text, code } = answer.event;
        tell(link, 'shut-out', { room: room.name, text, isForNow: NOT_NOW.has(code) });
    } else if (answer) {
        tell(link, 'event', answer.event);
    }
}

async function catchUp(link, room) {
    let after = room.lastId;
    let gone = 0;
    for (let page = 0; after && page < MOST_PAGES; page++) {
        const answer = await link.ask(`/history after ${after} ${room.name}`);
        if (!answer || answer.event.code === 'not-in-room') {
            return; // the connection is lost again, or we were just put out, which is told by itself
        }
        const { event, past } = answer;
        const isGone = event.code === 'history-gone' && ++gone <= MOST_GONE;
        const hasFailed = event.event === 'failure' && !isGone;
        after = isGone || event.next ? event.id : null;
        tell(link, 'missed', { room: room.name, past, event, goesOn: hasFailed || (!!after && page === MOST_PAGES - 1) });
    }
}

function tell(link, type, detail) {
    link.dispatchEvent(new CustomEvent(type, { detail }));
}

// The page's address tells what is looked at: links lead to rooms, and the browser's Back to what was looked at before.

/**
 * The room of the address, or null. Whoever made a link may not make the person say or do anything else: what is more than one
 * word is no room.
 */
export function roomInAddress() {
    const room = new URLSearchParams(location.hash.slice(1)).get('room')?.trim().toLowerCase();
    return room && /^\S+$/.test(room) ? room : null;
}

/** Keeps the address true, and follows it; `come` leads to a room that the person has asked for by a link. */
export function followAddress(chat, come) {
    let known = false;
    chat.addEventListener('current', () => {
        if (chat.me === null) {
            return; // nobody is in yet, and the address tells where they want to go
        }
        const { name, isRoom } = chat.current;
        const address = `#${isRoom ? 'room' : 'with'}=${encodeURIComponent(name)}`;
        if (known && address !== location.hash) {
            history.pushState({ name, isRoom }, '', address);
        } else {
            history.replaceState({ name, isRoom }, '', address); // a link has made the entry, or the way in
        }
        known = true;
    });

    // Back and Forward show what is still there, and lead into no room that was left.
    addEventListener('popstate', ({ state }) => {
        const conversation = state && chat.all.find(({ name, isRoom }) => name === state.name && isRoom === state.isRoom);
        if (conversation) {
            chat.show(conversation);
        }
    });

    addEventListener('hashchange', () => {
        const room = history.state === null ? roomInAddress() : null;
        if (room && room !== chat.current.name) {
            come(room);
        }
    });
}

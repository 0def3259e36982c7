// The name of somebody who has written, in their colour: the same for everybody, every day, in whatever case it is written.

const COLOURS = 12;

/** The element of a name. Who presses it writes to that person alone; the keyboard has the list of people for that. */
export function author(name) {
    const element = document.createElement('span');
    element.className = `author ${colourOf(name)}`;
    element.dataset.name = name;
    element.textContent = name;
    return element;
}

/** The class that has the colour: FNV-1a over the name, from a beginning that tells the first names apart that come to mind. */
export function colourOf(name) {
    let hash = 0x811c9e15;
    for (const byte of new TextEncoder().encode(name.toLowerCase())) {
        hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }
    return `colour-${hash % COLOURS}`;
}

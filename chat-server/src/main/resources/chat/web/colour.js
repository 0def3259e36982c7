// The colour of a name: the same for everybody, every day, in whatever case it is written.

const COLOURS = 12;

/** The class that has the colour; FNV-1a over the name. */
export function colourOf(name) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(name.toLowerCase())) {
        hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }
    return `colour-${hash % COLOURS}`;
}

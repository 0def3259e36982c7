// The tab in its browser: it may be let go of in the background, come back, or share a small screen with a keyboard.

import { pack, discard } from './luggage.js';

const KEYBOARD_PX = 80; // what is covered by more than this is covered by a keyboard

const REPACKS = new Set(['private', 'private-copy', 'joined', 'followed', 'left', 'name-accepted', 'name-lost']); // events that do

/**
 * Packs what is needed to come back, whenever the page may end. A tab in the background is let go of without a word, long after it
 * was hidden: it packs again with all that changes, so that it does not come back with numbers and lines that are past.
 * @param isIn whether there is anything to come back to
 */
export function watchTab(chat, link, composer, isIn) {
    const leaveWord = () => {
        if (isIn()) {
            chat.current.draft = composer.draft;
            pack(chat, link);
        }
    };
    addEventListener('pagehide', leaveWord);
    addEventListener('pageshow', ({ persisted }) => persisted && discard()); // it was only put aside
    document.addEventListener('visibilitychange', () => (document.hidden ? leaveWord() : discard())); // a phone may say no more

    const again = () => document.hidden && leaveWord();
    link.addEventListener('packs', again);
    link.addEventListener('event', ({ detail }) => REPACKS.has(detail.event) && again());
    chat.addEventListener('line', ({ detail }) => detail.conversation.isRoom || again()); // what became of one's own words

    // iOS does not make the page smaller for its keyboard, but tells how much is seen.
    visualViewport?.addEventListener('resize', () => {
        const isCovered = innerHeight - visualViewport.height > KEYBOARD_PX && visualViewport.scale === 1;
        const { style } = document.documentElement;
        isCovered ? style.setProperty('--height', `${visualViewport.height}px`) : style.removeProperty('--height');
        isCovered && scrollTo(0, 0);
    });
}

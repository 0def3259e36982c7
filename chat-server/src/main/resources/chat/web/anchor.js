// Scroll anchoring: what somebody reads stays where it is while rows come and go above it. Browsers do that by themselves for some
// changes only, and WebKit for none.

/**
 * Changes what an element scrolls, and keeps in its place what is read.
 * @param element that is scrolled, perhaps just now
 * @param row answers the element of what is read, before and after
 */
export function anchored(element, row, change) {
    const before = row()?.getBoundingClientRect().bottom; // its head may come or go
    change();
    const after = row();
    if (after) {
        move(element, after.getBoundingClientRect().bottom - before);
    }
}

/**
 * WebKit scrolls in a thread of its own, and takes over where that has come to when the page scrolls: what the page has just said is
 * lost then, and has to be said again.
 */
function move(element, by) {
    const from = element.scrollTop;
    element.scrollTop = from + by;
    const { scrollTop } = element;
    if (Math.abs(scrollTop - from) < Math.abs(scrollTop - from - by)) {
        element.scrollTop = scrollTop + by;
    }
}

// What a browser has to know for this page. One that cannot even read the modules leaves the page as it is served, too: with the
// sentence that it is too old.

/** Whether it knows all of that. */
export const isRecent = () =>
    CSS.supports('selector(:has(a))') && CSS.supports('height', '1dvh') && 'inert' in document.body && 'findLast' in [];

// Shows how the connection stands.

const AGAIN_MS = 4000; // how long it is shown that it is back

/** A line in the head of the page, and a button to begin anew when it is over: what only helps who is in rests then. */
export class Standing {
    #line = document.getElementById('connection');
    #again = document.getElementById('again');
    #forWhoIsIn = document.querySelectorAll('#composer textarea, #composer button, #join-room, #leave');
    #timer = null;

    constructor() {
        this.#again.addEventListener('click', () => location.reload());
    }

    /**
     * Shows a state of the link.
     * @param wasLost whether there was a connection before
     */
    show({ state, seconds, text }, wasLost) {
        const texts = {
            connecting: 'Connecting …',
            waiting: `${text} Trying again in ${seconds} s; what you type is kept and sent then.`,
            online: 'Connected again.',
        };
        const isOver = state === 'ended';
        this.#line.dataset.state = state;
        this.#line.textContent = isOver ? text : (wasLost && texts[state]) || '';
        this.#again.hidden = !isOver;
        this.#forWhoIsIn.forEach((it) => (it.disabled = isOver));
        clearTimeout(this.#timer);
        if (state === 'online') {
            this.#timer = setTimeout(() => (this.#line.textContent = ''), AGAIN_MS);
        } else if (isOver) {
            this.#again.focus();
        }
    }
}

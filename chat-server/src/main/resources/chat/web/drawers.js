// On narrow screens the lists are drawers: one is open at a time, what is behind it rests, and Escape or a tap beside closes it.

const DRAWERS = [['open-rooms', 'rooms'], ['open-people', 'people']];

/** Opens and closes them. */
export class Drawers {
    #chat = document.getElementById('chat');
    #behind = ['head', 'talk'].map((id) => document.getElementById(id));
    #opener = null;

    constructor() {
        for (const [button, drawer] of DRAWERS) {
            document.getElementById(button).addEventListener('click', ({ currentTarget }) => this.#open(currentTarget, drawer));
        }
        document.querySelectorAll('#scrim, [data-drawer-close]').forEach((it) => it.addEventListener('click', () => this.close()));
        document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
        matchMedia('(min-width: 60.01rem)').addEventListener('change', () => this.close());
    }

    #open(button, drawer) {
        this.#opener = button;
        this.#chat.dataset.drawer = drawer;
        button.setAttribute('aria-expanded', 'true');
        this.#behind.forEach((it) => (it.inert = true));
        document.getElementById(drawer).querySelector('.drawer-close').focus();
    }

    close() {
        if (this.#opener) {
            delete this.#chat.dataset.drawer;
            this.#behind.forEach((it) => (it.inert = false));
            this.#opener.setAttribute('aria-expanded', 'false');
            this.#opener.focus();
            this.#opener = null;
        }
    }
}

// Tells a person elsewhere that they are wanted: by the title, and, when they have asked for it, by a notification and a sound.

/** Whether and how somebody is told. */
export class Alerts {
    #button;
    #on;
    #sound = null;

    constructor(button) {
        this.#button = button;
        this.#on = stored('alerts') === 'on' && globalThis.Notification?.permission === 'granted';
        button.addEventListener('click', () => this.#toggle());
        addEventListener('pointerdown', () => this.#prepare());
        addEventListener('keydown', () => this.#prepare());
        this.#show();
    }

    // Browsers let a page sound only after somebody has pressed something in it.
    #prepare() {
        if (this.#on) {
            this.#sound ??= new AudioContext();
        }
    }

    /** Somebody was named, or written to alone. */
    tell(conversation, line, open) {
        if (!this.#on || (!document.hidden && document.hasFocus())) {
            return;
        }
        const title = conversation.isRoom ? `${line.from} in ${conversation.name}` : line.from;
        try {
            const shown = new Notification(title, { body: line.text.slice(0, 200), tag: conversation.name });
            shown.onclick = () => {
                focus();
                open();
                shown.close();
            };
        } catch {
            // Chrome on Android shows none for pages like this one; there is still the sound
        }
        this.#ring();
    }

    async #toggle() {
        if (!this.#on && globalThis.Notification) {
            this.#on = (await Notification.requestPermission()) === 'granted';
            this.#button.title = this.#on ? '' : 'Your browser does not allow this page to notify you.';
        } else {
            this.#on = false;
        }
        store('alerts', this.#on ? 'on' : 'off');
        this.#show();
    }

    #show() {
        this.#button.setAttribute('aria-pressed', String(this.#on));
        this.#button.hidden = !globalThis.Notification;
    }

    #ring() {
        if (!this.#sound) {
            return;
        }
        this.#sound.resume();
        const tone = this.#sound.createOscillator();
        const volume = this.#sound.createGain();
        const now = this.#sound.currentTime;
        tone.frequency.value = 660;
        volume.gain.setValueAtTime(0.1, now);
        volume.gain.exponentialRampToValueAtTime(0.001, now + 0.3);
        tone.connect(volume).connect(this.#sound.destination);
        tone.start(now);
        tone.stop(now + 0.3);
    }
}

function stored(key) {
    try {
        return localStorage.getItem(key);
    } catch {
        return null; // a browser that keeps nothing for pages
    }
}

function store(key, value) {
    try {
        localStorage.setItem(key, value);
    } catch {
        // asked again the next time
    }
}

// Tells a person elsewhere that they are wanted: by the title, and, when they have asked for it, by a notification and a sound.

/** Whether and how somebody is told. */
export class Alerts {
    #button;
    #note;
    #on;
    #sound = null;

    /**
     * @param button turns it on and off
     * @param note the element that tells what the browser does not allow
     */
    constructor(button, note) {
        this.#button = button;
        this.#note = note;
        this.#on = stored('alerts') === 'on';
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
            // some browsers show none for pages like this one; there is still the sound
        }
        this.#ring();
    }

    async #toggle() {
        this.#on = !this.#on;
        this.#note.textContent = '';
        store('alerts', this.#on ? 'on' : 'off');
        this.#show();
        if (this.#on) {
            this.#prepare();
            const text = await refusal(); // it may be turned off while the browser asks
            this.#note.textContent = this.#on ? text : '';
        }
    }

    #show() {
        this.#button.setAttribute('aria-pressed', String(this.#on));
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

/** Asks the browser for notifications; what to tell the person if there are none, or nothing. */
async function refusal() {
    if (!globalThis.isSecureContext) {
        return 'There will be a sound. Browsers show notifications only of pages that come by HTTPS.';
    }
    const answer = await globalThis.Notification?.requestPermission();
    return answer === 'granted' ? '' : 'There will be a sound. Your browser does not allow this page to show notifications.';
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

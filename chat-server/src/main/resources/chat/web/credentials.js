// Commands that ask for passwords, from when they are typed until the server has done them.

import { PasswordDialog } from './password.js';

const ASKS = /^\/(register|password|unregister|login(\s+\S+)?)$/;
const HAS_PASSWORD = new Set(['registered', 'logged-in', 'password-changed']);
/** What the server makes of a password after which it can be typed once more. */
const REFUSED = new Set(['wrong-password', 'password-not-allowed', 'too-often', 'server-busy', 'bad-arguments']);
const NOT_NOW = 'There is no connection now. Nothing was sent; please begin again when it is back.';
const NOTHING_DONE = 'The connection was lost, so nothing was done. Please begin again.';

/** What is known of a command whose answer did not come. */
export const LOST = 'the connection was lost before the answer came, so nobody knows whether that was done.';

/** Asks the person what the server asks, one command at a time. */
export class Credentials {
    #link;
    #dialog = null;
    #isLost = false; // the connection, while the person was asked

    constructor(link) {
        this.#link = link;
        link.addEventListener('state', ({ detail }) => this.#lost(detail));
    }

    /** Whether a command will be answered with a question for a password. */
    isAsked(command) {
        return ASKS.test(command);
    }

    /**
     * Such a command was typed. People type the password next, whether they have been asked or not: from now on the dialog has it.
     * @returns whether the command can be sent
     */
    begin() {
        this.#dialog = new PasswordDialog();
        this.#dialog.expect();
        this.#link.isHome || this.#dialog.fails(NOT_NOW);
        return this.#link.isHome;
    }

    /** It was answered; who has typed a password into the dialog, and was not asked for one, types on. */
    end(event) {
        if (this.#dialog?.isAhead && event?.event === 'failure') {
            this.#dialog.fails(event.text);
        } else {
            this.#dialog?.close();
        }
        this.#dialog = null;
    }

    /**
     * Each question may be followed by another one; whoever reads that theirs was refused wants to type it again, where they did.
     * @returns a promise of the event that came of it: the server's, or the page's own if nobody knows
     */
    async answer(question, command) {
        this.#isLost = false;
        this.#dialog ??= new PasswordDialog();
        const dialog = this.#dialog;
        const answerTo = async (line) => (await this.#link.ask(line))?.event;
        let event = question;
        let typed = null;
        let refusal = null;
        let isUnderWay = false; // a password, of which the server may have made something
        while (event?.event === 'password-prompt') {
            typed = await dialog.ask(event, refusal ? complaint(refusal, event) : '');
            isUnderWay = typed !== null && this.#link.isHome;
            event = this.#isLost ? null : await answerTo(`/secret ${typed ?? ''}`.trim()); // a new connection has not asked
            refusal = typed !== null && REFUSED.has(event?.code) ? event : null;
            isUnderWay &&= !refusal;
            event = refusal ? await answerTo(command) : event;
        }
        this.end();
        if (HAS_PASSWORD.has(event?.event)) {
            this.#link.isNow(event.name, typed);
        }
        return event ?? { event: 'failure', text: isUnderWay ? `${command.split(' ')[0]}: ${LOST}` : NOTHING_DONE };
    }

    #lost({ state }) {
        if ((state === 'waiting' || state === 'ended') && this.#dialog?.isAsking) {
            this.#isLost = true;
            this.#dialog.fails(NOTHING_DONE);
        }
    }

    /** A command had its password with it. */
    hasTold(event, command) {
        if (HAS_PASSWORD.has(event.event)) {
            this.#link.isNow(event.name, passwordIn(command));
        }
    }
}

/** What is behind the name or the old password; it may have blanks. */
const passwordIn = (command) => command.replace(/^\/(login|password)\s+\S+/, '').replace(/^\/\S+/, '').trim();

/** Why a password was refused, below the next question: if that is about another one, who reads it has to know which was meant. */
const complaint = ({ code, text }, { purpose }) =>
    code === 'password-not-allowed' && purpose === 'current' ? `The new password was refused: ${text} Begin with the one you have.` : text;

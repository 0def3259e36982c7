// Fetches what was said before, as far as somebody scrolls.

/** Knows for which rooms something is on its way. */
export class Past {
    #chat;
    #link;
    #busy = new Set();

    constructor(chat, link) {
        this.#chat = chat;
        this.#link = link;
    }

    /** What was said before the first line that is known. */
    older(room) {
        return this.#once(room, async () => {
            const first = room.firstId;
            const answer = first && (await this.#link.ask(`/history before ${first} ${room.name}`));
            if (answer) {
                room.hasOlder = answer.event.event === 'history' && answer.event.next !== '' && answer.past.length > 0;
                this.#chat.past(room, answer.past, 'front');
            }
        });
    }

    /** What was said behind the last line that is still known. */
    newer(room) {
        return this.#once(room, async () => {
            const answer = await this.#link.ask(`/history after ${room.lastShownId} ${room.name}`);
            if (answer) {
                this.#chat.past(room, answer.past, 'end');
                if (answer.event.event !== 'history' || answer.event.next === '') {
                    room.whole();
                    this.#chat.lines(room, 'all');
                }
            }
        });
    }

    /** The newest lines, instead of all that are known. */
    latest(room) {
        return this.#once(room, async () => {
            const answer = await this.#link.askIn(room.name, '/history 100');
            if (answer?.event.event === 'history' && answer.event.room === room.name) {
                this.#begin(room, answer);
            }
        });
    }

    #begin(room, { event, past }) {
        this.#chat.past(room, past, 'anew', event.id);
        room.hasOlder = event.next !== '';
        room.isFetched = true;
    }

    async #once(room, fetch) {
        if (!this.#busy.has(room)) {
            this.#busy.add(room);
            try {
                await fetch();
            } finally {
                this.#busy.delete(room);
            }
        }
    }
}

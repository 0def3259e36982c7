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
            if (!first) {
                return;
            }
            const answer = await this.#ask(`/history before ${first} ${room.name}`);
            if (answer) {
                room.hasOlder = answer.event.next !== '' && answer.event.event === 'history';
                this.#chat.past(room, answer.past, 'front');
            }
        });
    }

    /** What was said behind the last line that is still known. */
    newer(room) {
        return this.#once(room, async () => {
            const answer = await this.#ask(`/history after ${room.lastShownId} ${room.name}`);
            if (answer) {
                const isEnd = answer.event.event === 'history' && !answer.event.next;
                this.#chat.past(room, answer.past, 'end');
                room.hasNewer = !isEnd;
            }
        });
    }

    /** The newest lines, in a room of which none are known. */
    latest(room) {
        return this.#once(room, async () => {
            this.#link.ask(`/room ${room.name}`);
            const answer = await this.#ask('/history 100');
            if (answer?.event.event === 'history') {
                room.clear();
                this.#chat.past(room, answer.past, 'end');
                room.hasOlder = answer.event.next !== '';
                room.hasNewer = false;
            }
        });
    }

    #ask(command) {
        return this.#link.ask(command, true);
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

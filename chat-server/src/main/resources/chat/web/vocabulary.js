// What can be typed here, as the server tells it: the commands that this person may use, and the rooms there are.

const OLD_MS = 5000; // commands and rooms are not asked for more often

/** Tells 'rooms' when the rooms and their topics are known. */
export class Vocabulary extends EventTarget {
    /** Each with name, usage and summary. */
    commands = [];
    /** The names of the rooms that anybody may find. */
    rooms = [];
    #chat;
    #link;
    #askedAt = 0;

    constructor(chat, link) {
        super();
        this.#chat = chat;
        this.#link = link;
    }

    async ask() {
        this.#askedAt = Date.now();
        const answer = await this.#link.ask('/cmd');
        this.commands = (answer?.event.commands ?? []).map(({ usage, summary }) => ({ name: usage.split(' ')[0], usage, summary }));
        await this.askRooms();
    }

    /** Which commands somebody may use depends on the room, and on what others have given them. */
    askAgain() {
        if (this.#link.isHome && Date.now() - this.#askedAt > OLD_MS) {
            this.ask();
        }
    }

    /** The rooms there are, and what they are about. */
    async askRooms() {
        const rooms = (await this.#link.ask('/rooms'))?.event.rooms ?? [];
        this.rooms = rooms.map(({ room }) => room);
        rooms.filter(({ joined }) => joined).forEach(({ room, topic }) => (this.#chat.room(room).topic = topic));
        this.dispatchEvent(new Event('rooms'));
    }
}

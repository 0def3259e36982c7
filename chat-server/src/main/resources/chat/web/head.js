// What is above the conversation that is looked at, and says where the person is: on the page, and in the browser's list of tabs.

const at = (id) => document.getElementById(id);

/** The name of the server and of the conversation, and what it is about. */
export class Head {
    #chat;
    #link;
    #server = 'Chat';

    constructor(chat, link) {
        this.#chat = chat;
        this.#link = link;
    }

    /** The server says what it is called. */
    isOf(server) {
        this.#server = server;
        document.querySelectorAll('.server-name').forEach((it) => (it.textContent = server));
        this.show();
    }

    show() {
        const { current, wanted, me } = this.#chat;
        at('title').textContent = (current.isRoom ? '# ' : '@ ') + current.name;
        at('topic').textContent = current.isRoom ? current.topic : 'Only the two of you read this.';
        at('topic').title = at('topic').textContent;
        at('input').placeholder = this.#link.isOver ? 'You are not in the chat any more' : current.isRoom ? `Say something in ${current.name}` : `Write to ${current.name} alone`;
        document.title = me ? `${wanted ? `(${wanted}) ` : ''}${current.name} – ${this.#server}` : this.#server;
    }
}

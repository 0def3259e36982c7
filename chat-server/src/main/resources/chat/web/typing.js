// What a person's line means here: something said in the room or to the person that is looked at, or a command.

import { askPassword } from './password.js';

const ENTERS = new Set(['joined', 'current-room']);

/** Sends what is typed, and shows what becomes of it. */
export class Typing {
    #chat;
    #link;

    constructor(chat, link) {
        this.#chat = chat;
        this.#link = link;
    }

    /** Takes what was typed into a conversation; several lines are said one after the other. */
    take(text, conversation) {
        const lines = text.split('\n').filter((line) => line.trim());
        if (lines.length === 1 && /^\s*\/[^\s/]/.test(text)) {
            this.#command(text.trim(), conversation);
        } else {
            lines.forEach((line) => this.#say(line, conversation));
        }
    }

    /** Runs a command as if it had been typed. */
    async run(command, conversation = this.#chat.current) {
        const event = await this.#link.say(command, conversation.isRoom ? conversation.name : null);
        await this.#answered(event, command, conversation);
        return event;
    }

    async #say(text, conversation) {
        const line = this.#chat.pending(conversation, text, conversation.isRoom ? 'message' : 'private');
        const command = conversation.isRoom ? `/all ${text}` : `/private ${conversation.name} ${text}`;
        await this.#settle(conversation, line, command);
    }

    async #settle(conversation, line, command) {
        const event = await this.#link.say(command, conversation.isRoom ? conversation.name : null);
        this.#chat.settled(conversation, line, event);
        if (event.event === 'private-kept') {
            this.#chat.notice(event, conversation);
        }
    }

    #command(command, conversation) {
        const [, verb, , rest] = /^\/(\S+)(\s+(.*))?$/.exec(command);
        if (verb === 'me' && rest && conversation.isRoom) {
            const line = this.#chat.pending(conversation, rest, 'action');
            return this.#settle(conversation, line, command);
        }
        if ((verb === 'private' || verb === 'msg') && /^\S+\s+\S/.test(rest ?? '')) {
            const [, name, text] = /^(\S+)\s+(.*)$/.exec(rest);
            const other = this.#chat.person(name);
            this.#chat.show(other);
            return this.#settle(other, this.#chat.pending(other, text, 'private'), command);
        }
        if (verb === 'topic' && rest) {
            return this.#topic(command, rest, conversation);
        }
        return this.run(command, conversation);
    }

    // The server tells everybody else what the topic is; its author has to know by themselves.
    async #topic(command, topic, conversation) {
        const event = await this.#link.say(command, conversation.isRoom ? conversation.name : null);
        if (event.event !== 'said') {
            return this.#answered(event, command, conversation);
        }
        const text = topic === '-' ? '' : topic;
        const words = text ? `You set the topic: ${text}` : 'You took the topic away';
        return this.#chat.take({ ...event, event: 'topic', from: this.#chat.me, text, lines: [words] });
    }

    async #answered(event, command, conversation) {
        if (event.event === 'password-prompt') {
            await this.#password(event, conversation);
            return;
        }
        if (event.event === 'repeated' || event.event === 'unknown' || event.event === 'unsent') {
            this.#chat.notice({ text: `${command}: the connection was lost before the answer came.` }, conversation);
            return;
        }
        if (event.event === 'name-accepted' || event.event === 'logged-in') {
            this.#link.isNow(event.name);
        }
        this.#chat.take(event);
        if (ENTERS.has(event.event)) {
            this.#chat.show(this.#chat.room(event.room));
        }
        if (event.event === 'name-accepted' || event.event === 'users') {
            this.#chat.notice(event, conversation);
        }
    }

    // Each question may be followed by another one.
    async #password(question, conversation) {
        let event = question;
        let typed = null;
        while (event?.event === 'password-prompt') {
            typed = await askPassword(event);
            event = (await this.#link.ask(`/secret ${typed ?? ''}`.trim()))?.event;
        }
        if (!event) {
            this.#chat.notice({ text: 'The connection was lost, so nothing was done. Please begin again.' }, conversation);
            return;
        }
        if (event.event === 'registered' || event.event === 'logged-in' || event.event === 'password-changed') {
            this.#link.isNow(event.name, typed);
        }
        this.#chat.take(event);
    }
}

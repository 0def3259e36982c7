// What a person's line means here: something said in the room or to the person that is looked at, or a command.

import { block } from './block.js';
import { Credentials, LOST } from './credentials.js';

const LEADS_TO = new Set(['joined', 'current-room']);

/** Sends what is typed, and shows what becomes of it. */
export class Typing {
    #chat;
    #link;
    #credentials;
    #way = null; // to a room that has not let us in yet: { from, room, told }, with what is to be said there

    constructor(chat, link) {
        this.#chat = chat;
        this.#link = link;
        this.#credentials = new Credentials(link);
    }

    /**
     * Takes what was typed into the conversation that is looked at; several lines are said one after the other. Who types faster
     * than the server lets them into a room means that room.
     */
    take(text) {
        const conversation = this.#chat.current;
        const lines = block(text);
        if (lines.length === 1 && COMMAND.test(text)) {
            this.#command(asServerReads(text), conversation);
        } else {
            lines.forEach((line) => this.#say(line, conversation));
        }
    }

    /** Runs a command as if it had been typed; a promise of its answer. */
    async run(command, conversation = this.#chat.current) {
        const before = this.#wayFrom(conversation);
        const to = goal(command);
        const way = to && { from: conversation, room: to, told: [] };
        this.#way = way ?? this.#way;
        const { event, past } = await this.#link.say(command, way ? null : before?.room ?? roomOf(conversation));
        this.#way = this.#way === way ? null : this.#way;
        await this.#answered(event, past, command, before ? this.#chat.current : conversation);
        if (way && LEADS_TO.has(event.event)) {
            this.#takeAlong(way.told, this.#chat.room(event.room));
        }
        return event;
    }

    #wayFrom(conversation) {
        return this.#way?.from === conversation ? this.#way : null;
    }

    // Until then it is shown where it was typed.
    #takeAlong(told, room) {
        for (const it of told) {
            it.conversation.remove((line) => line === it.line);
            it.conversation = room;
            room.append(it.line);
        }
        this.#chat.lines(room, 'all');
    }

    /** Takes up what was typed before the page was loaded again, when its answer comes. */
    async resume({ line, room, answer }) {
        const [, verb, rest] = /^\/(\S+)\s*(.*)$/.exec(line);
        const isTold = rest !== '' && (verb === 'private' || verb === 'all' || verb === 'me');
        const [, to, text] = isTold && verb === 'private' ? /^(\S+)\s*(.*)$/.exec(rest) : [null, null, rest];
        const conversation = to ? this.#chat.person(to) : this.#chat.room(room ?? this.#chat.serverRoom);
        const shown = isTold && this.#chat.pending(conversation, text, { private: 'private', all: 'message', me: 'action' }[verb]);
        const { event, past } = await answer;
        if (shown) {
            this.#settle({ conversation, line: shown }, event);
        } else {
            await this.#answered(event, past, line, conversation);
        }
    }

    #say(text, conversation) {
        if (conversation.isRoom || this.#wayFrom(conversation)) {
            this.#tell(text, conversation, 'message', `/all ${text}`);
        } else {
            this.#privately(text, conversation);
        }
    }

    #privately(text, person) {
        this.#send({ conversation: person, line: this.#chat.pending(person, text, 'private') }, `/private ${person.name} ${text}`, null);
    }

    #tell(text, conversation, kind, command) {
        const way = this.#wayFrom(conversation);
        const it = { conversation, line: this.#chat.pending(conversation, text, kind) };
        way?.told.push(it);
        this.#send(it, command, way?.room ?? conversation.name);
    }

    async #send(it, command, room) {
        const { event } = await this.#link.say(command, room);
        this.#settle(it, event);
    }

    #settle({ conversation, line }, event) {
        this.#chat.settled(conversation, line, event);
        if (line.failed && !this.#chat.all.includes(conversation)) {
            this.#refuse(`${line.failed} It was: ${line.text}`, this.#chat.current); // it was closed meanwhile
        }
    }

    #command(command, conversation) {
        const [, verb, , rest = ''] = PARTS.exec(command);
        const speaks = verb === 'me' || verb === 'all' || (verb === 'topic' && rest);
        if (speaks && !conversation.isRoom && !this.#wayFrom(conversation)) {
            this.#refuse(`/${verb} is for rooms, and this is a conversation with ${conversation.name} alone. Nothing was sent.`, conversation);
        } else if (verb === 'all' && rest) {
            this.#say(rest, conversation);
        } else if (verb === 'me' && rest) {
            this.#tell(rest, conversation, 'action', command);
        } else if ((verb === 'private' || verb === 'msg') && rest) {
            this.#private(rest);
        } else if (this.#credentials.isAsked(command)) {
            this.#confide(command, conversation);
        } else {
            this.run(command, conversation);
        }
    }

    async #confide(command, conversation) {
        if (this.#credentials.begin()) {
            this.#credentials.end(await this.run(command, conversation));
        }
    }

    // Without a text it opens the conversation.
    #private(rest) {
        const [, name, text] = /^(\S+)\s*(.*)$/s.exec(rest);
        const other = this.#chat.person(name);
        this.#chat.show(other);
        if (text) {
            this.#privately(text, other);
        }
    }

    #refuse(text, conversation) {
        this.#chat.notice({ event: 'failure', text }, conversation);
    }

    async #answered(event, past, command, conversation) {
        if (event.event === 'password-prompt') {
            this.#confided(await this.#credentials.answer(event, command), conversation);
        } else if (event.event === 'repeated' || event.event === 'unknown') {
            this.#refuse(`${command.split(' ')[0]}: ${LOST}`, conversation);
        } else if (event.event === 'private-sent' || event.event === 'private-kept') {
            this.#replied(event, command);
        } else if (event.event === 'joined' || event.event === 'current-room' || event.event === 'left') {
            this.#moved(event, command);
        } else if (event.event !== 'goodbye') {
            this.#shown(event, past, command, conversation);
        }
    }

    #shown(event, past, command, conversation) {
        this.#credentials.hasTold(event, command);
        if (event.event === 'said' && isTopic(command)) {
            this.#chat.inRoom({ event: 'topic', room: event.room, id: event.id, at: event.at, from: this.#chat.me, text: topicIn(command), words: [topicSentence(command)] });
        } else if (past.length || TOLD.has(event.event)) {
            event.event === 'users' && this.#chat.tell('users', event);
            this.#chat.answer(event, past, conversation);
        } else {
            this.#chat.take(event);
            if (event.event === 'name-accepted' || event.event === 'logged-in') {
                this.#chat.notice(event, conversation);
            }
        }
    }

    // The answer to /reply tells who that was.
    #replied(event, command) {
        const other = this.#chat.person(event.to);
        const line = this.#chat.pending(other, command.replace(/^\/\S+\s+/, ''), 'private');
        this.#chat.settled(other, line, event);
        this.#chat.show(other);
    }

    #moved(event, command) {
        this.#chat.take(event);
        if (LEADS_TO.has(event.event)) {
            const room = this.#chat.room(event.room);
            room.key = command.split(/\s+/)[2] ?? room.key;
            this.#chat.show(room);
            this.#chat.notice(event.event === 'joined' ? event : {}, room);
        }
    }

    #confided(event, conversation) {
        if (event.event === 'failure') {
            this.#refuse(event.text, conversation);
            return;
        }
        this.#chat.take(event);
        if (event.event === 'logged-in') {
            this.#chat.notice(event, conversation);
        }
    }
}

// What shows nothing, and the slash of Chinese and Japanese keyboards: the server takes these for a command, too.
const COMMAND = /^[\s\p{Cf}]*[/\uff0f][^\s/\uff0f]/u;
const PARTS = /^\/(\S+)(\s+(.*))?$/s;

/** A command as the server reads it, whose verbs are in lower case. */
const asServerReads = (text) => text.replace(/^[\s\p{Cf}]*[/\uff0f](\S+)/u, (_, verb) => `/${verb.toLowerCase()}`).trimEnd();

/** Answers that are read, and mean nothing else for the page. */
const TOLD = new Set(['failure', 'pong', 'format', 'replay', 'resumed', 'topic-is', 'commands', 'command', 'rooms', 'users', 'whois', 'bans', 'audit', 'history', 'found', 'mentioned', 'confirm', 'forgotten', 'done', 'ignored', 'notify-list']);

const roomOf = (conversation) => (conversation.isRoom ? conversation.name : null);

/** The room to which a command leads, if it does, as the server writes its name. */
function goal(command) {
    const [, verb, , rest = ''] = PARTS.exec(command);
    const [name] = rest.split(/\s+/);
    return (verb === 'join' || verb === 'room') && name ? name.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC') : null;
}

const isTopic = (command) => PARTS.exec(command)[1] === 'topic';

const topicIn = (command) => command.replace(/^\/\S+\s+/, '').replace(/^-$/, '');

const topicSentence = (command) => (topicIn(command) ? `You set the topic: ${topicIn(command)}` : 'You took the topic away');

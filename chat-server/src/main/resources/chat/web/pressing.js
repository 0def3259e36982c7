// What is pressed in the page, by mouse, finger or key, besides what is typed.

/** Listens to the lists, the lines and the keys. */
export function listen({ chat, composer, typing, log, drawers }) {
    const conversationOf = ({ dataset: { kind } }, name) => (kind === 'room' ? chat.room(name) : chat.person(name));

    function show(conversation) {
        chat.show(conversation);
        drawers.close();
        composer.focus();
    }

    function goTo(name) {
        if (chat.hasRoom(name) && chat.room(name).isBack) {
            show(chat.room(name));
        } else {
            typing.run(`/join ${name}`);
            composer.focus();
        }
    }

    function close(conversation) {
        if (conversation.isRoom) {
            typing.run(`/leave ${conversation.name}`, conversation);
        } else {
            chat.close(conversation);
        }
    }

    document.addEventListener('click', ({ target }) => {
        const found = target.closest('[data-conversation], [data-close], [data-name], .again, .go');
        if (!found) {
            return;
        }
        const { conversation, close: closed, name } = found.dataset;
        if (conversation !== undefined) {
            show(conversationOf(found, conversation));
        } else if (closed !== undefined) {
            close(conversationOf(found, closed));
        } else if (found.classList.contains('go')) {
            goTo(found.value);
        } else if (found.classList.contains('again')) {
            const line = log.lineAt(found);
            if (line) {
                chat.current.remove((it) => it === line);
                chat.lines(chat.current, 'all');
                composer.draft = line.kind === 'action' ? `/me ${line.text}` : line.text;
                composer.focus();
            }
        } else if (name !== chat.me) {
            show(chat.person(name));
        }
    });

    document.addEventListener('keydown', (event) => {
        const { key, altKey, ctrlKey, metaKey, target } = event;
        if (altKey && !ctrlKey && !metaKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
            event.preventDefault();
            const all = chat.all;
            const step = key === 'ArrowUp' ? -1 : 1;
            show(all[(all.indexOf(chat.current) + step + all.length) % all.length]);
        } else if (key.length === 1 && key !== ' ' && !altKey && !ctrlKey && !metaKey && target.id === 'log') {
            composer.focus(); // who reads and begins to type means the field
        }
    });

    document.addEventListener('visibilitychange', () => {
        if (!document.hidden && log.isFollowing) {
            chat.read(chat.current);
        }
    });
}

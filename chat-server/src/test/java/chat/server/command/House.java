package chat.server.command;

import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.session.Origin;
import java.net.InetSocketAddress;

/** People of all kinds in a chat. */
final class House {
    private House() {}

    /** Somebody who has logged in. */
    static Terminal registered(EmbeddedChat chat, String name) {
        return loggedIn(chat, name, false);
    }

    /** Somebody who looks after the server. */
    static Terminal operator(EmbeddedChat chat, String name) {
        return loggedIn(chat, name, true);
    }

    private static Terminal loggedIn(EmbeddedChat chat, String name, boolean operator) {
        Terminal terminal = chat.join(name);
        terminal.session()
                .identity()
                .logIn(chat.accounts().add(UserName.of(name), operator).join());
        return terminal;
    }

    /** A guest from somewhere; everybody has read that they came. */
    static Terminal guestFrom(EmbeddedChat chat, String address, String name) {
        Terminal terminal = connectFrom(chat, address);
        terminal.type("/setname " + name);
        chat.pass(1000);
        return terminal;
    }

    static Terminal connectFrom(EmbeddedChat chat, String address) {
        Terminal terminal = chat.connect();
        Origin.set(terminal.channel(), new InetSocketAddress(address, 4000));
        terminal.text();
        return terminal;
    }
}

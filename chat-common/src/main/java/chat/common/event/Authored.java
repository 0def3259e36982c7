package chat.common.event;

import chat.common.UserName;

/** What somebody tells a room in words of their own: what a search finds later. */
public sealed interface Authored extends RoomEvent permits Action, Message, Topic {
    /** Who tells it, under the name of that moment. */
    UserName from();

    /** Their words, printable. */
    String text();
}

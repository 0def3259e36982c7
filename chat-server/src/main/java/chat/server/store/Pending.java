package chat.server.store;

import chat.server.room.Draft;
import chat.server.room.Receipt;

/** A draft that waits to be written. */
record Pending(RoomRow room, Draft draft, Receipt receipt) {}

/** Rooms in a file: SQLite, written by one thread, read by a few. Never called on an event loop for anything that waits. */
@NullMarked
package chat.server.store;

import org.jspecify.annotations.NullMarked;

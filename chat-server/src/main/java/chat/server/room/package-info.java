/** Rooms as logs: what was said, in one order for everybody. Knows nothing of sockets. */
@NullMarked
package chat.server.room;

import org.jspecify.annotations.NullMarked;

/** From a room's log to its members: one outlet per room and event loop. */
@NullMarked
package chat.server.delivery;

import org.jspecify.annotations.NullMarked;

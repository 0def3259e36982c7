/** How the server's log is written. */
@NullMarked
package chat.server.log;

import org.jspecify.annotations.NullMarked;

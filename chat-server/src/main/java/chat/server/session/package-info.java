/** Who is connected: a session for each connection, and the registry of all of them. */
@NullMarked
package chat.server.session;

import org.jspecify.annotations.NullMarked;

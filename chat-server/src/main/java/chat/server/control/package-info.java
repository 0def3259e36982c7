/** The server's local socket: how whoever runs it tells it what to do, without an account and without a port. */
@NullMarked
package chat.server.control;

import org.jspecify.annotations.NullMarked;

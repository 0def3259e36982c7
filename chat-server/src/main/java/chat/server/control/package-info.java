/** The local socket: how whoever runs the server tells it what to do, without an account and without a port. */
@NullMarked
package chat.server.control;

import org.jspecify.annotations.NullMarked;

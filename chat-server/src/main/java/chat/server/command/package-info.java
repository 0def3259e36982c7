/** What the server does for each verb: one class a command, and the table that lists them. */
@NullMarked
package chat.server.command;

import org.jspecify.annotations.NullMarked;

/** The console client: its command line, and the connection to a server. */
@NullMarked
package chat.client;

import org.jspecify.annotations.NullMarked;

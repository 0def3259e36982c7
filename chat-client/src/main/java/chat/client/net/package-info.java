/** One connection to a server, line by line, and the thread it lives on. */
@NullMarked
package chat.client.net;

import org.jspecify.annotations.NullMarked;

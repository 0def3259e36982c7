/** How much one person, one address and everybody together may ask of the server. */
@NullMarked
package chat.server.limit;

import org.jspecify.annotations.NullMarked;

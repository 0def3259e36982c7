/** Whom people do not want to read. */
@NullMarked
package chat.server.contact;

import org.jspecify.annotations.NullMarked;

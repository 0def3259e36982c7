/** Whom people do not want to read, and for whom they wait. */
@NullMarked
package chat.server.contact;

import org.jspecify.annotations.NullMarked;

/** The record of everything that is done to keep order. */
@NullMarked
package chat.server.audit;

import org.jspecify.annotations.NullMarked;

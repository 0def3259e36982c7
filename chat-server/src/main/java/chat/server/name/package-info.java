/** Which names may be used side by side. */
@NullMarked
package chat.server.name;

import org.jspecify.annotations.NullMarked;

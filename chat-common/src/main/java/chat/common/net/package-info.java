/** The socket layer that server and client share. */
@NullMarked
package chat.common.net;

import org.jspecify.annotations.NullMarked;

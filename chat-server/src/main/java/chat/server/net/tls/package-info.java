/** Whom the server says it is: certificates and keys, read from files or made once. */
@NullMarked
package chat.server.net.tls;

import org.jspecify.annotations.NullMarked;

/** Encryption, and how the client knows that a server is the one that is meant. */
@NullMarked
package chat.client.tls;

import org.jspecify.annotations.NullMarked;

/** Private messages that wait until their owners log in. */
@NullMarked
package chat.server.mail;

import org.jspecify.annotations.NullMarked;

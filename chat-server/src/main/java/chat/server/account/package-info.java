/** Registered names: whose they are, and how their owners prove it. */
@NullMarked
package chat.server.account;

import org.jspecify.annotations.NullMarked;

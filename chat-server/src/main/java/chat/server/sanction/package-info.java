/** Bans and mutes: who is kept out or from writing, for how long, and where that is kept. */
@NullMarked
package chat.server.sanction;

import org.jspecify.annotations.NullMarked;

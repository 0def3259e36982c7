/** The lasting link to a server: connects, takes its name, finds the server again, and loses no line on the way. */
@NullMarked
package chat.client.link;

import org.jspecify.annotations.NullMarked;

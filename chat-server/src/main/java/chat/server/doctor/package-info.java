/** What {@code chat-server doctor} looks at. Nothing here changes anything. */
@NullMarked
package chat.server.doctor;

import org.jspecify.annotations.NullMarked;

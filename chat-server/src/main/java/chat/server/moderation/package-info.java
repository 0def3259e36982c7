/** What those who keep order can do, whoever asks for it and from where. */
@NullMarked
package chat.server.moderation;

import org.jspecify.annotations.NullMarked;

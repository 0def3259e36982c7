/** From bytes to requests: the pipeline, the doors in front of it and the handler at its end. */
@NullMarked
package chat.server.net;

import org.jspecify.annotations.NullMarked;

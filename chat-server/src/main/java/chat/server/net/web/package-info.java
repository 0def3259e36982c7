/** The web page: what a browser is given, and its WebSocket as a way in for lines. */
@NullMarked
package chat.server.net.web;

import org.jspecify.annotations.NullMarked;

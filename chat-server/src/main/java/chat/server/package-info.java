/** The server: its command line, its configuration, and the one place that wires it together. */
@NullMarked
package chat.server;

import org.jspecify.annotations.NullMarked;

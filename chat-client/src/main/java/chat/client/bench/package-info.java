/** The load generator: many members in one JVM, who check and time every message that reaches them. */
@NullMarked
package chat.client.bench;

import org.jspecify.annotations.NullMarked;

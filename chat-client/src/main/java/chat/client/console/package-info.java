/** What the person at the keyboard types. */
@NullMarked
package chat.client.console;

import org.jspecify.annotations.NullMarked;

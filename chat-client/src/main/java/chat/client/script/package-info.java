/** The client without a screen: lines from a program or a file, answers as text or as JSON lines, an exit code. */
@NullMarked
package chat.client.script;

import org.jspecify.annotations.NullMarked;

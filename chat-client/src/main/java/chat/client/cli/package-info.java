/** The options of the command line, in the groups that its help shows. */
@NullMarked
package chat.client.cli;

import org.jspecify.annotations.NullMarked;

/** What operators do with a server's files from the command line: back up, export, import. */
@NullMarked
package chat.server.admin;

import org.jspecify.annotations.NullMarked;

/** What a person has set, on the command line, in the environment or in a file, and what follows from it. */
@NullMarked
package chat.client.config;

import org.jspecify.annotations.NullMarked;

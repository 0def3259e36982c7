/** What the tests of all modules share. */
@NullMarked
package chat.testing;

import org.jspecify.annotations.NullMarked;

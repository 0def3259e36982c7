/** What all benchmarks share: how they are run, and what they talk about. */
@NullMarked
package chat.bench;

import org.jspecify.annotations.NullMarked;

/** What history costs whoever asks for it: a week of a busy server in a file, the real server on it, and questions. */
@NullMarked
package chat.bench.history;

import org.jspecify.annotations.NullMarked;

/** What the server tells a session: a small sealed family of records, each with its wording beside it. */
@NullMarked
package chat.common.event;

import org.jspecify.annotations.NullMarked;

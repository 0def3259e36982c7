/** How events are written to one session: few formats, each shared by many sessions. */
@NullMarked
package chat.common.wire;

import org.jspecify.annotations.NullMarked;

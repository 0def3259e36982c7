package chat.client.link;

import chat.common.UserName;
import org.jspecify.annotations.Nullable;

/**
 * Which server, and how.
 *
 * @param host its name or address
 * @param port its port, 1 to 65535
 * @param name the name to take; null to leave it to whoever uses the link
 * @param password of the name, which is registered then, and logged in to; null to take the name as a guest does
 * @param again whether a lost or refused connection is tried again, for as long as it takes
 * @param replay whether to hear what was said before in rooms that we come into
 */
public record LinkSettings(
        String host,
        int port,
        @Nullable UserName name,
        @Nullable Password password,
        boolean again,
        boolean replay) {
    /**
     * As a guest, with what was said before.
     *
     * @param host see the class
     * @param port see the class
     * @param name see the class
     * @param again see the class
     */
    public LinkSettings(String host, int port, @Nullable UserName name, boolean again) {
        this(host, port, name, null, again, true);
    }
}

package chat.client.link;

import chat.common.UserName;
import org.jspecify.annotations.Nullable;

/**
 * Which server, and how.
 *
 * @param host its name or address
 * @param port its port, 1 to 65535
 * @param name the name to take; null to leave it to whoever uses the link
 * @param again whether a lost or refused connection is tried again, for as long as it takes
 */
public record LinkSettings(String host, int port, @Nullable UserName name, boolean again) {}

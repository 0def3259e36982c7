package chat.client.script;

import chat.client.config.ServerAddress;
import chat.common.UserName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param server where to connect to
 * @param name the name to take; null if a line will ask for one
 * @param form what lines are taken for
 * @param alone whether there is just one line, so that nobody needs to be told which one failed
 * @param follow whether to stay when the lines have ended, and to connect again when the connection is lost
 * @param timeout how long to wait for a connection, for each confirmation and for the goodbye, without {@code follow}
 */
public record Script(
        ServerAddress server,
        @Nullable UserName name,
        LineForm form,
        boolean alone,
        boolean follow,
        Duration timeout) {}

package chat.client.script;

import org.jspecify.annotations.Nullable;

/**
 * A line on its way.
 *
 * @param read as it was given
 * @param command what is sent
 * @param tag what the program that gave it calls it; null if it does not
 */
record Outgoing(String read, String command, @Nullable String tag) {}

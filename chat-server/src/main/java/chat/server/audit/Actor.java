package chat.server.audit;

import chat.common.UserName;

/**
 * Who keeps order.
 *
 * @param name what they are called
 * @param account their account; 0 for none
 * @param from where they come from, as logs write it
 */
public record Actor(UserName name, long account, String from) {
    /** Whoever may use the server's files on its machine; nobody who connects can have this name. */
    public static final Actor CONSOLE = new Actor(UserName.of("operator"), 0, "the console");

    /** Whether that is {@link #CONSOLE}, whoever of those it is. */
    public boolean isConsole() {
        return account == CONSOLE.account && name.equals(CONSOLE.name);
    }
}

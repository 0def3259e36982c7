package chat.server.command;

/** Who may use a command; each may what those before it may. */
public enum Permission {
    /** Whoever is connected. */
    ANYBODY(""),
    /** Who has a name. */
    NAMED(""),
    /** Who has logged in to an account. */
    REGISTERED("For registered people."),
    /** Who looks after the current room; in the lobby an operator. */
    OWNER("For who looks after the room; in the lobby for operators."),
    /** Who looks after the current room by their account, whoever is here; in the lobby an operator. */
    APPOINTED("For who looks after the room by their registered name; in the lobby for operators."),
    /** Who looks after the server. */
    OPERATOR("For operators of this server.");

    private final String hint;

    Permission(String hint) {
        this.hint = hint;
    }

    /** Who may, in a sentence; empty if that goes without saying. */
    String hint() {
        return hint;
    }
}

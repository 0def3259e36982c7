package chat.client.link;

/** The sentences that a link ends with. */
final class Farewells {
    private Farewells() {}

    /** How a link ends whose last connection ended so. */
    static Farewell after(Ending ending, LinkSettings settings) {
        return switch (ending.how()) {
            case NOT_MADE, STRANGER, BROWSERS ->
                new Farewell(
                        Farewell.How.REFUSED, "Cannot connect to " + place(settings) + ": " + ending.reason() + ".");
            case LOST -> new Farewell(Farewell.How.LOST, "The connection to " + place(settings) + " was lost.");
            case SERVER_STOPPED -> new Farewell(Farewell.How.SERVER_STOPPED, "The server has stopped.");
            case REPLACED ->
                new Farewell(
                        Farewell.How.REPLACED,
                        "The server has closed this connection: another one with the same key has taken over.");
            case PUT_OUT ->
                new Farewell(Farewell.How.REFUSED, "The server has closed this connection: " + ending.reason() + ".");
            case QUIT -> new Farewell(Farewell.How.LEFT, "");
        };
    }

    /** How a link ends that said goodbye to nobody. */
    static Farewell unanswered(LinkSettings settings) {
        return new Farewell(Farewell.How.LOST, "The server at " + place(settings) + " does not answer.");
    }

    private static String place(LinkSettings settings) {
        return settings.host() + " port " + settings.port();
    }
}

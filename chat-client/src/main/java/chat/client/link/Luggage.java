package chat.client.link;

/**
 * What a link carries from one connection to the next.
 *
 * @param outbox what was typed and is not answered yet
 * @param receipts the way out of it
 * @param identity the name
 * @param login the password that goes with it, if it is registered
 * @param whereabouts where we are
 * @param doubts what was written, and lost with its answer
 * @param key the secret that a server knows the link by, for {@code /resume}
 */
record Luggage(
        Outbox outbox,
        Receipts receipts,
        Identity identity,
        Login login,
        Whereabouts whereabouts,
        Doubts doubts,
        ResumeKey key) {}

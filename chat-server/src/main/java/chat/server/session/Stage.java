package chat.server.session;

/**
 * Where a session stands between accept and close. It only ever moves down this list:
 *
 * <pre>
 *   UNNAMED  --/setname-->  NAMED
 *      |                      |
 *      +------- end ----------+--->  ENDED     (said goodbye, or lost; the channel closes)
 * </pre>
 */
public enum Stage {
    /** Connected and greeted, not in any room. */
    UNNAMED,
    /** Has a name and is in at least one room. */
    NAMED,
    /** Gone for everybody else; what still comes in is not heard. */
    ENDED
}

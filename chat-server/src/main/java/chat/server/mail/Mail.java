package chat.server.mail;

import chat.common.UserName;
import chat.server.account.Account;

/**
 * A private message that was kept.
 *
 * @param id its place among all of them, greater than 0; never given twice
 * @param atMillis when it was kept, in milliseconds since the epoch
 * @param from what its author was called then
 * @param account its author's account; {@link Account#NONE} for a guest
 * @param mark by which its author is told apart
 * @param text what, printable
 * @param again whether it was handed over before, and perhaps read: nobody knows what became of it
 */
public record Mail(long id, long atMillis, UserName from, long account, long mark, String text, boolean again) {
    /** What programs know it by: unlike its place it is not met again in another file. */
    public String name() {
        return Long.toString(atMillis, Character.MAX_RADIX) + "-" + Long.toString(id, Character.MAX_RADIX);
    }

    /** Without the text, which is nobody else's business, a log's neither. */
    @Override
    public String toString() {
        return "mail " + id + " from " + from;
    }
}

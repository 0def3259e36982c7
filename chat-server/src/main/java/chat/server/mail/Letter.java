package chat.server.mail;

import chat.common.UserName;
import chat.server.account.Account;

/**
 * What somebody wants to be kept for somebody who is away.
 *
 * @param owner the {@linkplain Account#id account} for which it is kept
 * @param from what its author is called now
 * @param account its author's account; {@link Account#NONE} for a guest
 * @param mark by which its author is told apart, and takes it back
 * @param text what, printable
 */
public record Letter(long owner, UserName from, long account, long mark, String text) {
    /** Without the text, which is nobody else's business, a log's neither. */
    @Override
    public String toString() {
        return "a letter from " + from + " to account " + owner;
    }
}

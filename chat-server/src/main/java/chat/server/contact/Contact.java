package chat.server.contact;

import chat.common.UserName;
import chat.server.account.Account;

/**
 * Somebody on somebody else's list. Who has logged in is known by their account, under whatever name; a guest by their session
 * and by the mark of their words, so that another name does not help.
 *
 * @param name what they were called when they were entered
 * @param account theirs; {@link Account#NONE} for a guest
 * @param session a guest's session; 0 if it is of an earlier run
 * @param mark of a guest's words
 */
public record Contact(UserName name, long account, long session, long mark) {
    /** Tells those apart whom somebody ignores, for ever. */
    public String subject() {
        return account == Account.NONE ? "mark:" + mark : "account:" + account;
    }

    /**
     * Whether that is them who come.
     *
     * @param called their name
     * @param proven to which account they have logged in; {@link Account#NONE} for guests
     */
    boolean comesAs(UserName called, long proven) {
        return name.equals(called) && (account == Account.NONE || account == proven);
    }

    /**
     * Whether something was written by them.
     *
     * @param session its author's session
     * @param account its author's account
     * @param mark by which its author is known
     */
    public boolean wrote(long session, long account, long mark) {
        if (this.account != Account.NONE || account != Account.NONE) {
            return this.account == account || (this.session != 0 && this.session == session);
        }
        return (this.session != 0 && this.session == session) || this.mark == mark;
    }
}

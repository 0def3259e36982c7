package chat.server.moderation;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.limit.AddressPrefix;
import chat.server.sanction.Target;
import chat.server.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * Somebody, by all that is known of them.
 *
 * @param name what they were called by who means them
 * @param account the account of the name, if it is registered
 * @param here the sessions that go by it, or did lately and are still here under another name
 * @param addresses from where those come, and those who went by it within the last hour; not those which must not be hit
 * @param neighbours how many others here come from there
 * @param guarded whether there are more addresses, from which somebody comes who must not be hit
 */
record Suspect(
        UserName name,
        Optional<Account> account,
        List<Session> here,
        List<AddressPrefix> addresses,
        long neighbours,
        boolean guarded) {
    /** Whether a session goes by the name, or has logged in to its account. */
    boolean isCalled(Session session) {
        return session.name().equals(name)
                || account.filter(same -> same.id() == session.account()).isPresent();
    }

    /** What hits them: a name without an account is that of the account that somebody has logged in to since. */
    Target.Person target() {
        long known = account.map(Account::id)
                .orElseGet(() -> here.stream()
                        .map(Session::account)
                        .filter(id -> id != Account.NONE)
                        .findFirst()
                        .orElse(Account.NONE));
        return new Target.Person(name, known, addresses);
    }
}

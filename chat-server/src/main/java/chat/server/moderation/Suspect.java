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
 * @param here the sessions that go by it
 * @param addresses from where those come, and those who went by it within the last hour; not those which must not be hit
 * @param neighbours how many others here come from there
 */
record Suspect(
        UserName name, Optional<Account> account, List<Session> here, List<AddressPrefix> addresses, long neighbours) {
    Target.Person target() {
        return new Target.Person(name, account.map(Account::id).orElse(Account.NONE), addresses);
    }
}

package chat.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.account.AccountStore;
import chat.server.account.Accounts;
import chat.server.account.CheapLogins;
import chat.server.account.MemoryAccounts;
import chat.server.audit.Actor;
import chat.server.audit.NotedAudit;
import chat.server.moderation.Moderation;
import chat.server.sanction.SanctionStore;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A password and the record of it are kept in one transaction. */
class NewPasswordsTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final NotedAudit audit = new NotedAudit();

    @Test
    void shouldKeepAPasswordWithItsRecord() {
        MemoryAccounts memory = new MemoryAccounts();
        AccountStore store = (AccountStore) Proxy.newProxyInstance(
                AccountStore.class.getClassLoader(),
                new Class<?>[] {AccountStore.class},
                (proxy, method, arguments) -> {
                    audit.note(method.getName());
                    return method.invoke(memory, arguments);
                });
        Accounts accounts = new Accounts(chat.registry().clock(), store);
        Moderation moderation = new Moderation(
                chat.registry(),
                chat.rooms(),
                accounts,
                new Moderation.Stores(SanctionStore.inMemory(), audit, chat.mail()),
                List.of(),
                chat.registry().clock());
        NewPasswords passwords = new NewPasswords(CheapLogins.at(accounts, () -> 0), moderation.records());
        audit.asked().clear();
        assertThat(passwords
                        .set(Actor.CONSOLE, "ann", "seven green horses")
                        .join()
                        .done())
                .isTrue();
        assertThat(passwords
                        .set(Actor.CONSOLE, "ann", "eleven blue cows")
                        .join()
                        .done())
                .isTrue();
        assertThat(audit.asked()).containsExactly("add 1", "register 1", "setPassword 2", "password 2");
    }
}

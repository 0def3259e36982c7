package chat.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.account.AccountStore;
import chat.server.account.Accounts;
import chat.server.account.CheapLogins;
import chat.server.account.MemoryAccounts;
import chat.server.audit.Actor;
import chat.server.audit.AuditEntry;
import chat.server.audit.AuditStore;
import chat.server.moderation.Moderation;
import chat.server.sanction.SanctionStore;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A password and the record of it are kept in one transaction. */
class NewPasswordsTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    /** What was asked for, by which transaction; 0 for one of its own. */
    private final List<String> asked = new ArrayList<>();

    private int transactions;
    private int open;

    private final AuditStore audit = new AuditStore() {
        @Override
        public CompletableFuture<AuditEntry> add(AuditEntry entry) {
            asked.add(entry.action() + " " + open);
            return CompletableFuture.completedFuture(entry.withId(asked.size()));
        }

        @Override
        public <T> T together(Supplier<T> all) {
            open = ++transactions;
            try {
                return all.get();
            } finally {
                open = 0;
            }
        }

        @Override
        public CompletableFuture<List<AuditEntry>> latest(int count) {
            return CompletableFuture.completedFuture(List.of());
        }
    };

    @Test
    void shouldKeepAPasswordWithItsRecord() {
        MemoryAccounts memory = new MemoryAccounts();
        AccountStore store = (AccountStore) Proxy.newProxyInstance(
                AccountStore.class.getClassLoader(),
                new Class<?>[] {AccountStore.class},
                (proxy, method, arguments) -> {
                    asked.add(method.getName() + " " + open);
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
        asked.clear();
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
        assertThat(asked).containsExactly("add 1", "register 1", "setPassword 2", "password 2");
    }
}

package chat.server.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Done;
import chat.common.event.Failure;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.audit.Actor;
import chat.server.audit.NotedAudit;
import chat.server.mail.MailStore;
import chat.server.room.NotKeptException;
import chat.server.sanction.Sanction;
import chat.server.sanction.SanctionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is kept in one transaction with its record. */
class TogetherTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final NotedAudit audit = new NotedAudit();

    private final SanctionStore sanctions = new SanctionStore() {
        private final SanctionStore memory = SanctionStore.inMemory();

        @Override
        public List<Sanction> all() {
            return memory.all();
        }

        @Override
        public CompletableFuture<Sanction> add(Sanction sanction, Collection<Long> instead) {
            audit.note("add");
            return memory.add(sanction, instead);
        }

        @Override
        public CompletableFuture<Void> remove(Collection<Long> ids) {
            audit.note("remove");
            return memory.remove(ids);
        }
    };

    private final Place lobby = new Place(chat.rooms().lobby());

    private Moderation with(MailStore mail) {
        return new Moderation(
                chat.registry(),
                chat.rooms(),
                chat.accounts(),
                new Moderation.Stores(sanctions, audit, mail),
                List.of(),
                chat.registry().clock());
    }

    @Test
    void shouldTakeAllBackWithItsRecord() {
        Terminal eve = chat.join("eve");
        eve.lines();
        Moderation moderation = with(chat.mail());
        Terms terms = Terms.NONE;
        moderation.bans().mute(Actor.CONSOLE, lobby, "eve", terms).join();
        assertThat(moderation.pardons().liftAll(Actor.CONSOLE, lobby).join()).isInstanceOf(Done.class);
        assertThat(audit.asked()).containsExactly("add 1", "mute 1", "remove 2", "unban 2");
    }

    @Test
    void shouldRecordWhatWasRemovedThoughNotAllCouldBe() {
        Terminal eve = chat.join("eve");
        eve.type("spam").lines();
        MailStore broken = (MailStore) Proxy.newProxyInstance(
                MailStore.class.getClassLoader(), new Class<?>[] {MailStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("forget")) {
                        return CompletableFuture.failedFuture(new NotKeptException("the disk is full"));
                    }
                    try {
                        return method.invoke(chat.mail(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        var told = with(broken).purges().purge(Actor.CONSOLE, lobby, "eve", Duration.ofMinutes(10), 0);
        assertThat(told)
                .isCompletedWithValueMatching(
                        event -> event instanceof Failure failure && failure.code() == Failure.Code.NOT_REMOVED);
        assertThat(audit.recorded()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("purge");
            assertThat(entry.whom()).isEqualTo(UserName.of("eve").toString());
            assertThat(entry.because()).isEqualTo("what could be removed of the last 10 minutes, which is not all");
        });
    }
}

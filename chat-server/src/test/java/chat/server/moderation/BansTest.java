package chat.server.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Event;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.audit.Actor;
import chat.server.audit.AuditStore;
import chat.server.limit.AddressRange;
import chat.server.sanction.Sanction;
import chat.server.sanction.SanctionStore;
import chat.server.session.Origin;
import chat.server.session.Stage;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BansTest {
    /** Keeps when it is told to. */
    private static final class SlowStore implements SanctionStore {
        private final CompletableFuture<Void> disk = new CompletableFuture<>();

        @Override
        public List<Sanction> all() {
            return List.of();
        }

        @Override
        public CompletableFuture<Sanction> add(Sanction sanction, Collection<Long> instead) {
            return disk.thenApply(done -> sanction.withId(1));
        }

        @Override
        public CompletableFuture<Void> remove(Collection<Long> ids) {
            return disk;
        }
    }

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final SlowStore store = new SlowStore();
    private final Moderation moderation = new Moderation(
            chat.registry(),
            chat.rooms(),
            chat.accounts(),
            new Moderation.Stores(store, AuditStore.inMemory(), chat.mail()),
            List.of(AddressRange.parse("0.0.0.0/0")),
            chat.registry().clock());
    private final Place server = new Place(chat.rooms().lobby());

    @Test
    void shouldPutOutWhoIsHereWhenTheBanIsKept() {
        Terminal renamed = chat.join("eve");
        CompletableFuture<Event> answer = moderation.bans().ban(Actor.CONSOLE, server, "eve", Terms.NONE);
        renamed.type("/setname zed").text();
        Terminal late = chat.join("eve");
        store.disk.complete(null);
        assertThat(answer).isCompleted();
        chat.pass(1);
        assertThat(renamed.session().stage()).isEqualTo(Stage.ENDED);
        assertThat(late.session().stage()).isEqualTo(Stage.ENDED);
    }

    @Test
    void shouldPutOutWhoIsHereWhenABanOfAddressesIsKept() {
        CompletableFuture<Event> answer = moderation.bans().ban(Actor.CONSOLE, server, "192.0.2.0/24", Terms.NONE);
        Terminal late = chat.connect();
        Origin.set(late.channel(), new InetSocketAddress("192.0.2.7", 4000));
        late.type("/setname eve").text();
        store.disk.complete(null);
        assertThat(answer).isCompleted();
        chat.pass(1);
        assertThat(late.session().stage()).isEqualTo(Stage.ENDED);
    }

    @Test
    void shouldHitAddressesThoughProxiesMayConnectFromAnywhere() {
        Terminal eve = chat.connect();
        Origin.set(eve.channel(), new InetSocketAddress("192.0.2.7", 4000));
        eve.type("/setname eve").text();
        store.disk.complete(null);
        moderation.bans().ban(Actor.CONSOLE, server, "eve", Terms.NONE).join();
        Terminal again = chat.connect();
        Origin.set(again.channel(), new InetSocketAddress("192.0.2.7", 4000));
        again.type("/setname mallory").text();
        assertThat(moderation.gate().refusal(again.session(), again.session().name(), 0))
                .isPresent();
    }
}

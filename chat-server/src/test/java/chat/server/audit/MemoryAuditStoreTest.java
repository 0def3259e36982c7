package chat.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryAuditStoreTest extends AuditStoreContract {
    @Override
    protected AuditStore store() {
        return AuditStore.inMemory();
    }

    @Test
    void shouldNotLetRoomsPushOutWhatWasDoneOnTheServer() throws Exception {
        AuditStore store = store();
        AuditEntry ban = store.add(ban("mallory")).get();
        for (int i = 0; i < 2000; i++) {
            store.add(kick("eve"));
        }
        assertThat(store.latest(Integer.MAX_VALUE).get()).hasSizeLessThan(1500).contains(ban);
    }
}

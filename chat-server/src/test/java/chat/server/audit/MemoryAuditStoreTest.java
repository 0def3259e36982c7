package chat.server.audit;

class MemoryAuditStoreTest extends AuditStoreContract {
    @Override
    protected AuditStore store() {
        return AuditStore.inMemory();
    }
}

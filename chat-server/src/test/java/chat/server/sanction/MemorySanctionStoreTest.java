package chat.server.sanction;

class MemorySanctionStoreTest extends SanctionStoreContract {
    @Override
    protected SanctionStore store() {
        return SanctionStore.inMemory();
    }
}

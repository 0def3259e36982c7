package chat.server.contact;

class MemoryContactsTest extends ContactContract {
    private final ContactStore store = ContactStore.inMemory();

    @Override
    protected ContactStore open() {
        return store;
    }

    @Override
    protected void close() {}
}

package chat.server.account;

class MemoryAccountsTest extends AccountStoreContract {
    private final MemoryAccounts accounts = new MemoryAccounts();

    @Override
    protected AccountStore store() {
        return accounts;
    }

    @Override
    protected AccountStore reopened() {
        return accounts;
    }
}

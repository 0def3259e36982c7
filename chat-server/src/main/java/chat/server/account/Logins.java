package chat.server.account;

import chat.common.UserName;
import chat.server.limit.Rate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where passwords are looked at. It does not tell whether a name is registered: who tries a name that nobody has waits as
 * long, and gets the same answer. Thread-safe; never waits.
 */
public final class Logins {
    /**
     * How many wrong passwords for one name cost nothing at one address, and how long the delay after more of them may become. A
     * right one takes nothing back: it may be of an account that was made to try others.
     */
    private static final int FREE = 5;

    private static final long MOST_SECONDS = 300;

    /** The same for one name, from wherever; who has logged in to it from the same place before does not wait for that. */
    private static final int FREE_PER_NAME = 10;

    private static final long MOST_SECONDS_PER_NAME = 60;

    /** How many may be wrong at one address, for whatever names: a whole class may sit behind it, and mistype. */
    private static final Rate WRONG_PER_ADDRESS = Rate.parse("60+10/min");

    private static final int MOST_KNOWN = 16_384;

    private final Accounts accounts;
    private final Argon2 argon;
    private final HashQueue queue;
    private final Delays pairs;
    private final Delays names;
    private final Allowances addresses;
    private final Allowances registrations;

    /** Compared with the passwords of names that nobody has. */
    private final Supplier<String> decoy;

    /**
     * Begins.
     *
     * @param accounts the registered names
     * @param registrations how many names one address may register, and how often
     */
    public Logins(Accounts accounts, Rate registrations) {
        this(accounts, registrations, new Argon2(), new HashQueue(), System::nanoTime);
    }

    /** With hashes of another cost, another queue and another clock. */
    Logins(Accounts accounts, Rate registrations, Argon2 argon, HashQueue queue, LongSupplier nanos) {
        this.accounts = accounts;
        this.argon = argon;
        this.queue = queue;
        this.pairs = new Delays(FREE, MOST_SECONDS, MOST_KNOWN, nanos);
        this.names = new Delays(FREE_PER_NAME, MOST_SECONDS_PER_NAME, MOST_KNOWN, nanos);
        this.addresses = new Allowances(WRONG_PER_ADDRESS, MOST_KNOWN, nanos);
        this.registrations = new Allowances(registrations, MOST_KNOWN, nanos);
        this.decoy = new Decoy(argon);
    }

    /** A name, and whence somebody says it is theirs. */
    private record Pair(Object address, UserName name) {}

    /** A hash that no password has; made when it is first needed, which is on the queue's thread. */
    private static final class Decoy implements Supplier<String> {
        private final Argon2 argon;
        private String hash = "";

        Decoy(Argon2 argon) {
            this.argon = argon;
        }

        @Override
        public synchronized String get() {
            if (hash.isEmpty()) {
                hash = argon.hash(new byte[] {(byte) 0xff}); // no UTF-8
            }
            return hash;
        }
    }

    /** Looks at no password any more: the server stops. */
    public void close() {
        queue.close();
    }

    /** The registered names. */
    public Accounts accounts() {
        return accounts;
    }

    /**
     * Looks at the password of a name.
     *
     * @param name whose
     * @param typed what was typed
     * @param caller from where
     * @return what comes of it, completed on any thread
     */
    public CompletableFuture<Verdict> check(UserName name, String typed, Caller caller) {
        long wait = secondsToWait(name, caller);
        if (wait > 0) {
            return CompletableFuture.completedFuture(new Verdict.Wait(wait));
        }
        return queue.add(caller, isKnownPlace(name, caller), () -> look(name, typed, caller))
                .thenApply(verdict -> verdict.orElseGet(Verdict.Busy::new));
    }

    /** At a known place the owner does not wait for what others do there, but each name has its own count. */
    private long secondsToWait(UserName name, Caller caller) {
        long wait = pairs.secondsToWait(new Pair(caller.address(), name));
        if (isKnownPlace(name, caller)) {
            return wait;
        }
        wait = Math.max(wait, names.secondsToWait(name));
        return caller.exempt() ? wait : Math.max(wait, addresses.secondsToWait(caller.address()));
    }

    /** At a known place it does not count for the name, or its owner would be kept out elsewhere. */
    private void failed(UserName name, Caller caller) {
        pairs.failed(new Pair(caller.address(), name));
        addresses.take(caller.address());
        if (!isKnownPlace(name, caller)) {
            names.failed(name);
        }
    }

    private boolean isKnownPlace(UserName name, Caller caller) {
        return accounts.stored(name)
                .filter(stored -> stored.places().contains(caller.place()))
                .isPresent();
    }

    /** On the queue's thread, so that of many who try at once each sees what came of those before. */
    private Verdict look(UserName name, String typed, Caller caller) {
        long wait = secondsToWait(name, caller);
        if (wait > 0) {
            return new Verdict.Wait(wait);
        }
        Optional<AccountStore.Stored> possible =
                accounts.stored(name).filter(stored -> !stored.password().isEmpty());
        String hash = possible.map(AccountStore.Stored::password).orElseGet(decoy);
        byte[] password = Password.of(typed).map(Password::bytes).orElseGet(() -> new byte[] {(byte) 0xfe});
        try {
            if (!Argon2.matches(password, hash) || possible.isEmpty()) {
                failed(name, caller);
                return new Verdict.Wrong();
            }
            Account account = possible.get().account();
            accounts.loggedIn(account.id(), caller.place());
            if (!argon.isOutdated(hash)) {
                return new Verdict.Right(account, hash);
            }
            String renewed = argon.hash(password);
            var unused = accounts.renewPassword(account.id(), hash, renewed);
            return new Verdict.Right(account, renewed);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    /**
     * Asks whether an address may register one more name; if so, it counts.
     *
     * @param caller from where
     * @return after how many seconds it may; 0 for now
     */
    public long secondsToRegister(Caller caller) {
        if (caller.exempt()) {
            return 0;
        }
        synchronized (registrations) {
            long wait = registrations.secondsToWait(caller.address());
            if (wait == 0) {
                registrations.take(caller.address());
            }
            return wait;
        }
    }

    /**
     * Hashes a password that is to be somebody's from now on.
     *
     * @param typed what was typed, which {@linkplain Password#problemWith may be} theirs
     * @param caller from where
     * @return its hash, completed on any thread; empty if too many wait, or nobody waits for it any more
     */
    public CompletableFuture<Optional<String>> hash(String typed, Caller caller) {
        Password password = Password.of(typed).orElseThrow();
        return queue.add(caller, false, () -> {
            byte[] bytes = password.bytes();
            try {
                return argon.hash(bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }
}

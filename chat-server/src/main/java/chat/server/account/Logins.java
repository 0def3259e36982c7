package chat.server.account;

import chat.common.UserName;
import chat.server.limit.Rate;
import chat.server.limit.TokenBucket;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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
     * How many wrong passwords from one address cost nothing, and how long the delay after more of them may become. A right
     * one takes nothing back: it may be of an account that was made to try others.
     */
    private static final int FREE_PER_ADDRESS = 5;

    private static final long MOST_SECONDS_PER_ADDRESS = 300;

    /** The same for one name, from wherever; who has logged in to it from the same place before does not wait for that. */
    private static final int FREE_PER_NAME = 10;

    private static final long MOST_SECONDS_PER_NAME = 60;

    private static final int MOST_KNOWN = 16_384;

    /** How many names one address may register. */
    private static final Rate REGISTRATIONS = Rate.parse("5+10/h");

    private final Accounts accounts;
    private final Argon2 argon;
    private final HashQueue queue;
    private final LongSupplier nanos;
    private final Delays addresses;
    private final Delays names;
    private final Delays places;
    private final Map<Object, TokenBucket> registrations = new LinkedHashMap<>();

    /** Compared with the passwords of names that nobody has. */
    private final Supplier<String> decoy;

    /**
     * Begins.
     *
     * @param accounts the registered names
     */
    public Logins(Accounts accounts) {
        this(accounts, new Argon2(), new HashQueue(), System::nanoTime);
    }

    /** With hashes of another cost, another queue and another clock. */
    Logins(Accounts accounts, Argon2 argon, HashQueue queue, LongSupplier nanos) {
        this.accounts = accounts;
        this.argon = argon;
        this.queue = queue;
        this.nanos = nanos;
        this.addresses = new Delays(FREE_PER_ADDRESS, MOST_SECONDS_PER_ADDRESS, MOST_KNOWN, nanos);
        this.names = new Delays(FREE_PER_NAME, MOST_SECONDS_PER_NAME, MOST_KNOWN, nanos);
        this.places = new Delays(FREE_PER_ADDRESS, MOST_SECONDS_PER_ADDRESS, MOST_KNOWN, nanos);
        this.decoy = new Decoy(argon);
    }

    /** Where the owner of a name has logged in before. */
    private record Place(long place, UserName name) {}

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
        Optional<CompletableFuture<Verdict>> turn = queue.add(caller.address(), () -> look(name, typed, caller));
        return turn.orElseGet(() -> CompletableFuture.completedFuture(new Verdict.Busy()));
    }

    /** At a known place the owner does not wait for what others do there, but each name has its own count. */
    private long secondsToWait(UserName name, Caller caller) {
        return isKnownPlace(name, caller)
                ? places.secondsToWait(new Place(caller.place(), name))
                : Math.max(addresses.secondsToWait(caller.address()), names.secondsToWait(name));
    }

    /** At a known place it does not count for the name, or its owner would be kept out elsewhere. */
    private void failed(UserName name, Caller caller) {
        if (isKnownPlace(name, caller)) {
            places.failed(new Place(caller.place(), name));
        } else {
            names.failed(name);
        }
        addresses.failed(caller.address());
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
            if (argon.isOutdated(hash)) {
                var unused = accounts.renewPassword(account.id(), hash, argon.hash(password));
            }
            return new Verdict.Right(account);
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
        long now = nanos.getAsLong();
        synchronized (registrations) {
            registrations.values().removeIf(bucket -> registrations.size() > MOST_KNOWN && bucket.isFull(now));
            TokenBucket bucket = registrations.get(caller.address());
            if (bucket == null) {
                if (registrations.size() > MOST_KNOWN) {
                    return 60; // so many addresses register names that this is an attack
                }
                bucket = new TokenBucket(REGISTRATIONS, now);
                registrations.put(caller.address(), bucket);
            }
            return bucket.tryTake(now) ? 0 : Math.max(1, bucket.waitSeconds(now));
        }
    }

    /**
     * Hashes a password that is to be somebody's from now on.
     *
     * @param typed what was typed, which {@linkplain Password#problemWith may be} theirs
     * @param caller from where
     * @return its hash, completed on any thread; empty if too many wait
     */
    public Optional<CompletableFuture<String>> hash(String typed, Caller caller) {
        Password password = Password.of(typed).orElseThrow();
        return queue.add(caller.address(), () -> {
            byte[] bytes = password.bytes();
            try {
                return argon.hash(bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }
}

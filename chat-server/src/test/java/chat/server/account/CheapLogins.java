package chat.server.account;

import chat.common.UserName;
import chat.server.limit.Rate;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Logins for tests that are not about what a hash costs: it costs next to nothing, and nobody waits for their turn. */
public final class CheapLogins {
    private static final Argon2 CHEAP = new Argon2(new Argon2.Cost(8, 1, 1));

    private CheapLogins() {}

    private static final class AtOnce extends HashQueue {
        @Override
        public <T> CompletableFuture<Optional<T>> add(Caller caller, boolean known, Supplier<T> work) {
            return CompletableFuture.completedFuture(Optional.of(work.get()));
        }
    }

    /** Logins by a clock as {@link System#nanoTime}. */
    public static Logins at(Accounts accounts, LongSupplier nanos) {
        return new Logins(accounts, Rate.parse("5+10/h"), CHEAP, new AtOnce(), nanos);
    }

    /** Registers a name. */
    public static Account register(Accounts accounts, String name, String password) {
        return accounts.add(UserName.of(name), false, hash(password)).join().orElseThrow();
    }

    /** What is kept of a password. */
    public static String hash(String password) {
        return CHEAP.hash(password.getBytes(StandardCharsets.UTF_8));
    }
}

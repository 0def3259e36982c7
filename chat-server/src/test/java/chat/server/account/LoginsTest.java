package chat.server.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.limit.Rate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginsTest {
    private static final UserName ANN = UserName.of("ann");
    private static final String RIGHT = "correct horse";
    private static final Caller HOME = new Caller("home", 1);
    private static final Caller CAFE = new Caller("cafe", 2);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger hashed = new AtomicInteger();
    private final Argon2 cheap = new Argon2(new Argon2.Cost(64, 1, 1));
    private final Accounts accounts = new Accounts(() -> Instant.EPOCH);
    private final Logins logins = new Logins(
            accounts,
            Rate.parse("5+10/h"),
            cheap,
            new HashQueue(System::nanoTime, nanos -> hashed.incrementAndGet()),
            now::get);
    private Account ann;

    @BeforeEach
    void register() {
        ann = accounts.add(ANN, false, cheap.hash(RIGHT.getBytes(StandardCharsets.UTF_8)))
                .join()
                .orElseThrow();
    }

    private void isAnns(Verdict verdict) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Right.class, right -> {
            assertThat(right.account()).isEqualTo(ann);
            assertThat(right.toString()).doesNotContain(right.hash());
        });
    }

    private Verdict check(String name, String password, Caller caller) throws Exception {
        return logins.check(UserName.of(name), password, caller).get(10, SECONDS);
    }

    private void pass(long seconds) {
        now.addAndGet(SECONDS.toNanos(seconds));
    }

    @Test
    void shouldKnowTheRightPassword() throws Exception {
        assertThat(check("Ann", RIGHT, HOME)).satisfies(this::isAnns);
        assertThat(check("ann", "correct Horse", HOME)).isEqualTo(new Verdict.Wrong());
        assertThat(check("ann", "", HOME)).isEqualTo(new Verdict.Wrong());
    }

    @Test
    void shouldNotTellWhetherANameIsRegistered() throws Exception {
        accounts.add(UserName.of("op"), true).join();
        assertThat(check("nobody1", RIGHT, HOME)).isEqualTo(new Verdict.Wrong());
        assertThat(check("op", RIGHT, HOME)).as("an account without a password").isEqualTo(new Verdict.Wrong());
        for (int i = 0; i < 4; i++) {
            check("nobody1", RIGHT, new Caller("address " + i, 100 + i));
        }
        assertThat(hashed).as("each of them was hashed").hasValueGreaterThanOrEqualTo(5);
    }

    @Test
    void shouldMakeWhoTriesANameWaitLongerAndLonger() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertThat(check("ann", "wrong", HOME)).isEqualTo(new Verdict.Wrong());
        }
        assertThat(check("ann", RIGHT, HOME)).isEqualTo(new Verdict.Wait(2));
        pass(2);
        assertThat(check("ann", "wrong", HOME)).isEqualTo(new Verdict.Wrong());
        assertThat(check("ann", RIGHT, HOME)).isEqualTo(new Verdict.Wait(4));
        pass(3);
        assertThat(check("ann", RIGHT, HOME)).isEqualTo(new Verdict.Wait(1));
        assertThat(check("ann", RIGHT, CAFE)).as("from elsewhere").satisfies(this::isAnns);
        pass(1);
        assertThat(check("ann", RIGHT, HOME)).satisfies(this::isAnns);
    }

    @Test
    void shouldNotLockAClassOutForWhatOneOfItMistypes() throws Exception {
        for (int i = 0; i < 20; i++) {
            check("bob", "wrong", HOME);
        }
        assertThat(check("bob", "wrong", HOME)).isInstanceOf(Verdict.Wait.class);
        assertThat(check("ann", RIGHT, HOME)).satisfies(this::isAnns);
    }

    @Test
    void shouldMakeAnAddressWaitThatTriesOneNameAfterTheOther() throws Exception {
        for (int i = 0; i < 60; i++) {
            assertThat(check("bob" + i, "wrong", HOME)).isEqualTo(new Verdict.Wrong());
        }
        assertThat(check("ann", RIGHT, HOME)).isEqualTo(new Verdict.Wait(6));
        assertThat(check("ann", RIGHT, HOME.withExempt(true))).satisfies(this::isAnns);
        assertThat(check("ann", RIGHT, CAFE)).satisfies(this::isAnns);
        assertThat(check("ann", RIGHT, HOME)).as("a known place by now").satisfies(this::isAnns);
    }

    @Test
    void shouldHashFewOfTenThousandGuessesForEverOtherNames() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            check("bob" + i, "guess", CAFE);
            now.addAndGet(10_000_000); // 100 a second
        }
        assertThat(hashed).hasValueLessThan(80);
        assertThat(check("ann", RIGHT, HOME)).satisfies(this::isAnns);
    }

    @Test
    void shouldForgetAfterAnHour() throws Exception {
        for (int i = 0; i < 6; i++) {
            check("ann", "wrong", HOME);
        }
        assertThat(check("ann", RIGHT, HOME)).isInstanceOf(Verdict.Wait.class);
        pass(3600);
        assertThat(check("ann", "wrong", HOME)).isEqualTo(new Verdict.Wrong());
        assertThat(check("ann", "wrong", HOME)).isEqualTo(new Verdict.Wrong());
    }

    @Test
    void shouldNotLockAnOwnerOutWhoComesFromWhereTheyHaveBeen() throws Exception {
        assertThat(check("ann", RIGHT, HOME)).satisfies(this::isAnns);
        for (int i = 0; i < 100; i++) {
            check("ann", "wrong", new Caller("botnet " + i, 1000 + i));
        }
        assertThat(check("ann", RIGHT, CAFE)).as("a new place").isInstanceOf(Verdict.Wait.class);
        assertThat(check("ann", RIGHT, HOME)).satisfies(this::isAnns);
        pass(60);
        assertThat(check("ann", RIGHT, CAFE)).as("the longest delay of a name").satisfies(this::isAnns);
        for (int i = 0; i < 3; i++) {
            check("ann", "wrong", new Caller("botnet " + i, 1000 + i));
        }
        assertThat(check("ann", RIGHT, CAFE)).as("a known place by now").satisfies(this::isAnns);
    }

    @Test
    void shouldHashFewOfTenThousandWrongPasswordsAndLockNobodyElseOut() throws Exception {
        Random random = new Random(7);
        long worst = 0;
        for (int i = 0; i < 10_000; i++) {
            Verdict verdict = check("ann", "guess " + random.nextInt(), CAFE);
            worst = verdict instanceof Verdict.Wait wait ? Math.max(worst, wait.seconds()) : worst;
            now.addAndGet(10_000_000); // 100 a second
        }
        assertThat(hashed).hasValueLessThan(20);
        assertThat(worst).isBetween(60L, 300L);
        assertThat(check("bob", "wrong", HOME)).isEqualTo(new Verdict.Wrong());
        pass(60);
        assertThat(check("ann", RIGHT, HOME)).satisfies(this::isAnns);
    }

    @Test
    void shouldHashAgainWhatWasHashedAtAnotherCost() throws Exception {
        String old = new Argon2(new Argon2.Cost(32, 1, 1)).hash(RIGHT.getBytes(StandardCharsets.UTF_8));
        accounts.setPassword(ann.id(), old).join();
        assertThat(check("ann", RIGHT, HOME)).satisfies(this::isAnns);
        assertThat(accounts.stored(ANN).orElseThrow().password())
                .contains("m=64,")
                .isNotEqualTo(old);
        assertThat(check("ann", RIGHT, HOME)).satisfies(this::isAnns);
    }

    @Test
    void shouldBoundHowManyNamesAnAddressRegisters() {
        for (int i = 0; i < 5; i++) {
            assertThat(logins.secondsToRegister(HOME)).isZero();
        }
        assertThat(logins.secondsToRegister(HOME)).isEqualTo(360);
        assertThat(logins.secondsToRegister(CAFE)).isZero();
        for (int i = 0; i < 100; i++) {
            assertThat(logins.secondsToRegister(HOME.withExempt(true))).isZero();
        }
        pass(360);
        assertThat(logins.secondsToRegister(HOME)).isZero();
    }

    @Test
    void shouldBoundWhatIsRemembered() {
        Delays delays = new Delays(0, 60, 3, now::get);
        List.of("a", "b", "a", "c", "d").forEach(delays::failed);
        assertThat(delays.size()).isEqualTo(3);
        assertThat(delays.secondsToWait("b")).as("failed longest ago").isZero();
        assertThat(delays.secondsToWait("a")).isEqualTo(4);
    }

    @Test
    void shouldCountAnIpv6NetworkAsOne() throws UnknownHostException {
        assertThat(at("2001:db8::1")).isEqualTo(at("2001:db8::2")).isNotEqualTo(at("2001:db8:0:1::1"));
        assertThat(at("192.0.2.1")).isNotEqualTo(at("192.0.2.2"));
        assertThat(Caller.from(null, 7)).isEqualTo(Caller.from(null, 7));
    }

    private static Caller at(String address) throws UnknownHostException {
        return Caller.from(new InetSocketAddress(InetAddress.getByName(address), 1), 7);
    }

    @Test
    void shouldNotLockAnOwnerOutWhoSharesAnAddressWithOthers() throws Exception {
        assertThat(check("ann", RIGHT, HOME)).satisfies(this::isAnns);
        for (int i = 0; i < 60; i++) {
            check("bob" + i, "wrong", HOME);
        }
        assertThat(check("bob60", "wrong", HOME)).isInstanceOf(Verdict.Wait.class);
        assertThat(check("ann", RIGHT, HOME)).satisfies(this::isAnns);
        pass(3600);
        for (int i = 0; i < 6; i++) {
            assertThat(check("ann", "wrong", HOME)).isEqualTo(new Verdict.Wrong());
        }
        assertThat(check("ann", RIGHT, HOME)).isEqualTo(new Verdict.Wait(2));
    }
}

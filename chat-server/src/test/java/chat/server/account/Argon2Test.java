package chat.server.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2Test {
    private static final byte[] PASSWORD = "password".getBytes(UTF_8);
    private static final byte[] OTHER = "passworD".getBytes(UTF_8);

    private final Argon2 cheap = new Argon2(new Argon2.Cost(64, 1, 1));

    @Test
    void shouldCostWhatItShould() {
        String hash = new Argon2().hash(PASSWORD);
        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(Argon2.matches(PASSWORD, hash)).isTrue();
        assertThat(Argon2.matches(OTHER, hash)).isFalse();
    }

    @Test
    void shouldSaltEachHash() {
        assertThat(cheap.hash(PASSWORD)).isNotEqualTo(cheap.hash(PASSWORD));
    }

    @Test
    void shouldLeaveThePasswordToTheCaller() {
        byte[] mine = PASSWORD.clone();
        cheap.hash(mine);
        assertThat(mine).isEqualTo(PASSWORD);
    }

    /** From the tests of the reference implementation. */
    @Test
    void shouldReadTheHashesOfOthers() {
        String hash = "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";
        assertThat(Argon2.matches(PASSWORD, hash)).isTrue();
        assertThat(Argon2.matches(OTHER, hash)).isFalse();
    }

    @Test
    void shouldKnowWhichHashesAreOutdated() {
        assertThat(new Argon2().isOutdated(cheap.hash(PASSWORD))).isTrue();
        assertThat(cheap.isOutdated(cheap.hash(PASSWORD))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ",
                "$argon2i$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$argon2id$v=19$m=1,t=1,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
            })
    void shouldMatchNothingWithWhatIsNoHash(String hash) {
        assertThat(Argon2.matches(PASSWORD, hash)).isFalse();
    }
}

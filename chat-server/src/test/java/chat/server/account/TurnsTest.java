package chat.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns<String> turns = new Turns<>();

    private static Turns.Lane at(String network, String address) {
        return new Turns.Lane(network, address, false);
    }

    private void add(String network, String address, String job) {
        assertThat(turns.add(at(network, address), job)).isNull();
    }

    private int turnsUntil(String job) {
        for (int i = 1; ; i++) {
            if (turns.next().orElseThrow().equals(job)) {
                return i;
            }
        }
    }

    @Test
    void shouldKeepTheOrderOfOneAddress() {
        List.of("1", "2", "3").forEach(job -> add("net", "a", job));
        List<String> order = new ArrayList<>();
        while (!turns.isEmpty()) {
            order.add(turns.next().orElseThrow());
        }
        assertThat(order).containsExactly("1", "2", "3");
        assertThat(turns.next()).isEmpty();
    }

    @Test
    void shouldLetSomebodyWhoComesIntoAFloodHaveATurnAtOnce() {
        for (int i = 0; i < 150; i++) {
            for (int j = 0; j < 5; j++) {
                add("net " + i, "flooder " + i, "wrong");
            }
        }
        add("home", "honest", "right");
        assertThat(turnsUntil("right")).as("of the flood's first round").isLessThanOrEqualTo(2);
        for (int i = 0; i < 200; i++) {
            turns.next();
        }
        add("home", "honest", "again");
        assertThat(turnsUntil("again")).as("who has had a turn").isLessThanOrEqualTo(2 * 151);
        add("elsewhere", "other", "new");
        assertThat(turnsUntil("new")).isLessThanOrEqualTo(2);
    }

    @Test
    void shouldCountANetworkOfManyAddressesAsOne() {
        for (int i = 0; i < 150; i++) {
            add("botnet", "flooder " + i, "wrong");
        }
        add("home", "honest", "1");
        add("home", "honest", "2");
        add("home", "honest", "3");
        assertThat(turnsUntil("3")).isLessThanOrEqualTo(8);
    }

    @Test
    void shouldPreferOwnersWhoComeFromWhereTheyHaveBeen() {
        turns.add(new Turns.Lane("home", "honest", true), "before");
        turns.next();
        for (int i = 0; i < 150; i++) {
            add("net " + i, "flooder " + i, "wrong");
        }
        turns.add(new Turns.Lane("home", "honest", true), "owner");
        for (int i = 150; i < 300; i++) {
            add("net " + i, "flooder " + i, "wrong");
        }
        assertThat(turnsUntil("owner")).isLessThanOrEqualTo(2);
    }

    @Test
    void shouldLetNobodyWaitForEverThoughOthersKeepComing() {
        add("home", "honest", "first");
        turns.next();
        add("home", "honest", "again");
        add("net", "flooder", "wrong");
        int waited = 0;
        for (String job = ""; !job.equals("again"); waited++) {
            turns.add(new Turns.Lane("home " + waited, "owner " + waited, true), "owner");
            add("net " + waited, "flooder " + waited, "wrong");
            job = turns.next().orElseThrow();
        }
        assertThat(waited).isLessThanOrEqualTo(2);
    }

    @Test
    void shouldTakeSoManyOfOneAddress() {
        for (int i = 0; i < Turns.MOST_PER_ADDRESS; i++) {
            add("net", "a", "job");
        }
        assertThat(turns.add(at("net", "a"), "late")).isEqualTo("late");
        add("net", "b", "job");
    }

    @Test
    void shouldTakeAPlaceFromTheNetworkThatHasMostWhenAllAreTaken() {
        for (int i = 0; !turns.isFull(); i++) {
            add("botnet", "flooder " + i % 20, "wrong " + i);
        }
        assertThat(turns.add(at("home", "honest"), "right")).startsWith("wrong");
        assertThat(turns.add(at("botnet", "one more"), "wrong")).startsWith("wrong ");
        assertThat(turns.isFull()).isTrue();
        assertThat(turnsUntil("right")).isLessThanOrEqualTo(3);
    }

    @Test
    void shouldLetNobodyInWhenAllHaveButOnePlace() {
        for (int i = 0; !turns.isFull(); i++) {
            add("net " + i, "address " + i, "job");
        }
        assertThat(turns.add(at("net", "address"), "last")).isNotNull();
    }

    @Test
    void shouldForgetWhoWaitsNoLonger() {
        add("net", "a", "stays");
        add("net", "a", "goes");
        add("net", "b", "goes");
        assertThat(turns.removeIf("goes"::equals)).hasSize(2);
        assertThat(turns.next()).contains("stays");
        assertThat(turns.isEmpty()).isTrue();
    }
}

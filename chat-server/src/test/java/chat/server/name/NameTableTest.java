package chat.server.name;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class NameTableTest {
    private static final Object ANN = "ann's session";
    private static final Object BOB = "bob's session";

    private final NameTable<Object> names = new NameTable<>();

    @Test
    void shouldRefuseWhatIsEqualOrLooksAlikeAndSayWhatIsInTheWay() {
        UserName alice = UserName.of("alice");
        assertThat(names.claim(alice, ANN)).isTrue();
        for (String other : List.of("alice", "Alice", "a1ice", "аӏісе", "AIice")) {
            assertThat(names.claim(UserName.of(other), BOB)).as(other).isFalse();
            assertThat(names.inTheWay(UserName.of(other), BOB)).as(other).contains(alice);
            assertThat(names.inTheWay(UserName.of(other), ANN)).as(other).isEmpty();
        }
    }

    @Test
    void shouldFindByCaseOnlyAndNotByLooks() {
        names.claim(UserName.of("Alice"), ANN);
        assertThat(names.find(UserName.of("aLICE"))).contains(ANN);
        assertThat(names.find(UserName.of("a1ice"))).isEmpty();
    }

    @Test
    void shouldLetAnOwnerChangeToWhatLooksAlikeAndBack() {
        UserName alice = UserName.of("alice");
        UserName capitals = UserName.of("ALICE");
        names.claim(alice, ANN);
        assertThat(names.claim(capitals, ANN)).isTrue();
        names.release(alice, ANN, capitals);
        assertThat(names.find(alice)).contains(ANN);
        assertThat(names.claim(UserName.of("allce"), BOB))
                .as("ALICE may be ALlCE")
                .isFalse();

        assertThat(names.claim(alice, ANN)).isTrue();
        names.release(capitals, ANN, alice);
        assertThat(names.find(alice)).contains(ANN);
        assertThat(names.claim(capitals, BOB)).isFalse();
        assertThat(names.claim(UserName.of("allce"), BOB))
                .as("alice is no allce")
                .isTrue();
    }

    @Test
    void shouldFreeWhatLookedLikeANameThatIsGivenUp() {
        UserName alice = UserName.of("alice");
        names.claim(alice, ANN);
        UserName bea = UserName.of("bea");
        names.claim(bea, ANN);
        assertThat(names.claim(UserName.of("a1ice"), BOB))
                .as("before it is given up")
                .isFalse();
        names.release(alice, ANN, bea);
        assertThat(names.claim(UserName.of("a1ice"), BOB)).isTrue();
        names.release(bea, ANN, null);
        assertThat(names.find(bea)).isEmpty();
    }

    @Test
    void shouldNotFreeWhatIsSomebodyElses() {
        UserName alice = UserName.of("alice");
        names.claim(alice, ANN);
        names.release(alice, BOB, null);
        assertThat(names.find(alice)).contains(ANN);
        assertThat(names.claim(UserName.of("a1ice"), BOB)).isFalse();
    }

    @Test
    void shouldGiveNamesThatLookAlikeToOneOfThoseWhoRaceForThem() throws Exception {
        int races = 2000;
        String[] looks = {"alice", "a1ice", "аӏісе", "ALICE"};
        CyclicBarrier start = new CyclicBarrier(looks.length);
        ExecutorService people = Executors.newFixedThreadPool(looks.length);
        try {
            List<Future<List<Boolean>>> results = new ArrayList<>();
            for (String look : looks) {
                results.add(people.submit(() -> {
                    List<Boolean> wins = new ArrayList<>();
                    UserName name = UserName.of(look);
                    for (int i = 0; i < races; i++) {
                        start.await();
                        boolean won = names.claim(name, look);
                        start.await();
                        if (won) {
                            names.release(name, look, null);
                        }
                        wins.add(won);
                    }
                    return wins;
                }));
            }
            int[] winners = new int[races];
            for (Future<List<Boolean>> result : results) {
                List<Boolean> wins = result.get();
                for (int i = 0; i < races; i++) {
                    winners[i] += wins.get(i) ? 1 : 0;
                }
            }
            assertThat(winners).containsOnly(1);
        } finally {
            people.shutdownNow();
        }
    }

    /** Against a model that compares everybody with everybody. */
    @Test
    void shouldDoWhatComparingAllNamesWouldDo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Integer, UserName> model = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            Integer owner = random.nextInt(6);
            UserName before = model.get(owner);
            if (before != null && random.nextInt(3) == 0) {
                names.release(before, owner, null);
                model.remove(owner);
                continue;
            }
            UserName wanted = randomName(random);
            boolean free = model.entrySet().stream()
                    .noneMatch(entry -> !entry.getKey().equals(owner) && alike(entry.getValue(), wanted));
            assertThat(names.claim(wanted, owner)).as("seed %d", seed).isEqualTo(free);
            if (free) {
                if (before != null) {
                    names.release(before, owner, wanted);
                }
                model.put(owner, wanted);
            }
        }
    }

    private static UserName randomName(Random random) {
        String letters = "il1ILo0Oа";
        StringBuilder name = new StringBuilder();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            name.append(letters.charAt(random.nextInt(letters.length())));
        }
        return UserName.of(name.toString());
    }

    private static boolean alike(UserName one, UserName other) {
        return one.equals(other) || !Collections.disjoint(Lookalikes.skeletons(one), Lookalikes.skeletons(other));
    }
}

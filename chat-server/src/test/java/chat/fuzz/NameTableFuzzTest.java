package chat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.name.NameRules;
import chat.server.name.NameTable;
import chat.testing.Harmless;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Several people who take, change and leave any names at all. Each line begins with who it is, 0 to 3; what follows is
 * the name that they want, or nothing if they leave.
 */
class NameTableFuzzTest {
    private static final int PEOPLE = 4;

    /** What everybody takes for the other: a few letters that are beyond doubt, and independent of ICU's data. */
    private static final Map<String, String> ALIKE = Map.ofEntries(
            Map.entry("\u0430", "a"),
            Map.entry("\u0435", "e"),
            Map.entry("\u043e", "o"),
            Map.entry("\u0440", "p"),
            Map.entry("\u0441", "c"),
            Map.entry("\u0445", "x"),
            Map.entry("\u0455", "s"),
            Map.entry("\u0456", "i"),
            Map.entry("\u03bf", "o"),
            Map.entry("\u0410", "A"),
            Map.entry("\u0412", "B"),
            Map.entry("\u0391", "A"),
            Map.entry("1", "l"),
            Map.entry("0", "O"),
            Map.entry("I", "l"));

    @DictionaryFile(resourcePath = "name.dict")
    @FuzzTest
    void shouldNeverLetTwoHaveNamesThatLookAlike(byte[] script) {
        NameTable<Integer> table = new NameTable<>();
        UserName[] names = new UserName[PEOPLE];
        for (String line : new String(script, StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                step(table, names, line.charAt(0) & (PEOPLE - 1), line.substring(1));
                check(table, names);
            }
        }
        checkAllFreeInTheEnd(table, names);
    }

    private static void step(NameTable<Integer> table, UserName[] names, int who, String text) {
        if (text.isEmpty()) {
            leave(table, names, who);
            return;
        }
        Optional<UserName> wanted = UserName.parse(text);
        if (wanted.isEmpty()) {
            return;
        }
        UserName name = wanted.get();
        String problem = NameRules.problemWith(name);
        if (problem != null) {
            Harmless.check(problem);
        }
        boolean reserved = NameRules.isReserved(name);
        assertThat(NameRules.isReserved(UserName.of(name.toString()))).isEqualTo(reserved);
        boolean inTheWay = table.inTheWay(name, who).isPresent();
        assertThat(table.claim(name, who)).isEqualTo(!inTheWay);
        if (!inTheWay) {
            if (names[who] != null) {
                table.release(names[who], who, name);
            }
            names[who] = name;
        }
    }

    private static void leave(NameTable<Integer> table, UserName[] names, int who) {
        if (names[who] != null) {
            table.release(names[who], who, null);
            names[who] = null;
        }
    }

    private static void check(NameTable<Integer> table, UserName[] names) {
        for (int who = 0; who < PEOPLE; who++) {
            if (names[who] != null) {
                assertThat(table.find(names[who])).contains(who);
                for (String variant : variants(names[who].toString())) {
                    checkTaken(table, variant, who);
                }
            }
        }
    }

    /** What nobody else may be called, as far as it can be a name at all. */
    private static String[] variants(String name) {
        return new String[] {name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), alike(name)};
    }

    private static String alike(String name) {
        StringBuilder alike = new StringBuilder();
        name.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> alike.append(ALIKE.getOrDefault(letter, letter)));
        return alike.toString();
    }

    private static void checkTaken(NameTable<Integer> table, String variant, int owner) {
        Optional<UserName> name = UserName.parse(variant);
        if (name.isPresent() && table.inTheWay(name.get(), -1).isEmpty()) {
            throw new AssertionError(Harmless.escaped(variant) + " is free while there is person " + owner);
        }
    }

    private static void checkAllFreeInTheEnd(NameTable<Integer> table, UserName[] names) {
        UserName[] had = names.clone();
        for (int who = 0; who < PEOPLE; who++) {
            leave(table, names, who);
        }
        for (UserName name : had) {
            if (name != null) {
                assertThat(table.inTheWay(name, -1))
                        .as(Harmless.escaped(name.toString()))
                        .isEmpty();
                assertThat(table.find(name)).isEmpty();
            }
        }
    }
}

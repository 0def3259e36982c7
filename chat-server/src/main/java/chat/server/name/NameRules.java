package chat.server.name;

import chat.common.UserName;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which names nobody gets, whoever is here. Any thread. */
public final class NameRules {
    private static final Pattern SEPARATORS_AND_MARKS = Pattern.compile("[-_.\\p{M}]");

    /** Where a name is expected an address may be meant; what has a colon or a slash in it is no name anyway. */
    private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){3}", Pattern.UNICODE_CHARACTER_CLASS);

    /** Whoever had such a name, or one that looks so from afar, could speak for those who run the server. */
    private static final Set<String> OFFICES = Stream.of(
                    "admin", "administrator", "host", "moderator", "operator", "root", "server", "system")
            .flatMap(word -> Lookalikes.skeletons(UserName.of(word)).stream())
            .map(NameRules::fromAfar)
            .collect(Collectors.toUnmodifiableSet());

    /** Words that mean something else where a name is expected. */
    private static final Set<String> WORDS = Stream.of(
                    "all", "anonymous", "everyone", "me", "nobody", "unknown", "unnamed", "you")
            .flatMap(word -> Lookalikes.skeletons(UserName.of(word)).stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern NUMBER = Pattern.compile("[-_.0-9]+$");

    private NameRules() {}

    /**
     * Whether a name is, or looks like, a word that must not be one.
     *
     * @param name which
     */
    public static boolean isReserved(UserName name) {
        return Lookalikes.skeletons(name).stream()
                        .anyMatch(skeleton -> WORDS.contains(skeleton) || OFFICES.contains(fromAfar(skeleton)))
                || isNumberedOffice(name);
    }

    /** Nobody is operator_2, either. */
    private static boolean isNumberedOffice(UserName name) {
        return UserName.parse(NUMBER.matcher(name.toString()).replaceFirst("")).stream()
                .flatMap(word -> Lookalikes.skeletons(word).stream())
                .anyMatch(skeleton -> OFFICES.contains(fromAfar(skeleton)));
    }

    /**
     * Says what is wrong with how a name is written.
     *
     * @param name which
     * @return one sentence that says what is allowed, or null if nothing is wrong
     */
    public static @Nullable String problemWith(UserName name) {
        return ADDRESS.matcher(name.toString()).matches()
                ? "The name " + name + " looks like an address. Please choose another one, with a letter in it."
                : Lookalikes.problemWith(name);
    }

    /** Reads digits as letters, and nothing between or above the letters: {@code 5-érv3r} is {@code server}. */
    private static String fromAfar(String skeleton) {
        String bare = SEPARATORS_AND_MARKS
                .matcher(Normalizer.normalize(skeleton, Normalizer.Form.NFD))
                .replaceAll("");
        return Lookalikes.withLetters(bare).replace('i', 'l'); // a skeleton has no 0 and no 1 any more
    }
}

package chat.server.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A few numbers in a column, in order. */
final class AccountList {
    private AccountList() {}

    static String written(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    static Set<Long> read(String column) {
        return column.isEmpty()
                ? Set.of()
                : Arrays.stream(column.split(" "))
                        .map(Long::valueOf)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

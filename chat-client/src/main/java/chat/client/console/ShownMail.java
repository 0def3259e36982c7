package chat.client.console;

import java.util.LinkedHashSet;
import java.util.Set;

/** Which kept private messages were shown in this run, so that one that comes again is not shown again. One thread. */
final class ShownMail {
    /** How many are remembered; the first is the first to go. */
    private static final int MOST = 1000;

    private final Set<String> ids = new LinkedHashSet<>();

    /** Whether this one was not shown yet; from now on it was. */
    boolean add(String id) {
        boolean unknown = ids.add(id);
        if (ids.size() > MOST) {
            ids.remove(ids.iterator().next());
        }
        return unknown;
    }
}

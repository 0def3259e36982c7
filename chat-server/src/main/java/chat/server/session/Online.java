package chat.server.session;

import chat.server.account.Account;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has logged in to which account, on however many connections. Thread-safe. */
public final class Online {
    private final Map<Long, Set<Session>> byAccount = new ConcurrentHashMap<>();

    Online() {}

    /**
     * The connections of somebody.
     *
     * @param account their {@linkplain Account#id account}
     * @return the sessions that have logged in to it, and not ended; a snapshot
     */
    public List<Session> of(long account) {
        Set<Session> sessions = byAccount.get(account);
        return sessions == null ? List.of() : List.copyOf(sessions);
    }

    /** Whether that is the first session of its account. */
    boolean add(long account, Session session) {
        boolean[] first = new boolean[1];
        byAccount.compute(account, (same, before) -> {
            Set<Session> sessions = before == null ? ConcurrentHashMap.newKeySet() : before;
            first[0] = sessions.isEmpty();
            sessions.add(session);
            return sessions;
        });
        return first[0];
    }

    void remove(long account, Session session) {
        byAccount.computeIfPresent(account, (same, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }
}

package chat.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of what was done does. */
public abstract class AuditStoreContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** A store that knows nothing. */
    protected abstract AuditStore store() throws Exception;

    /** Something that was done. */
    protected static AuditEntry kick(String whom) {
        return new AuditEntry(
                0,
                NOON,
                new Actor(UserName.of("ann"), 7, "192.0.2.7:4000"),
                "kick",
                whom,
                Optional.of(new RoomName("staff")),
                "\"spam\"",
                Optional.empty());
    }

    /** Something else. */
    protected static AuditEntry ban(String whom) {
        return new AuditEntry(
                0, NOON, Actor.CONSOLE, "ban", whom, Optional.empty(), "", Optional.of(NOON.plusSeconds(60)));
    }

    @Test
    void shouldTellTheLatestInOrder() throws Exception {
        AuditStore store = store();
        List<AuditEntry> kept = new ArrayList<>();
        kept.add(store.add(kick("eve")).get());
        kept.add(store.add(ban("mallory")).get());
        kept.add(store.add(kick("trudy")).get());
        assertThat(kept).extracting(AuditEntry::id).isSorted().doesNotHaveDuplicates();
        assertThat(store.latest(2).get()).isEqualTo(kept.subList(1, 3));
        assertThat(store.latest(200).get()).isEqualTo(kept);
    }
}

package chat.server.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.server.limit.AddressPrefix;
import chat.server.sanction.Sanction.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of bans and mutes does. */
public abstract class SanctionStoreContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** A ban of somebody in a room. */
    protected static final Sanction BAN = new Sanction(
            0,
            Kind.BAN,
            Optional.of(new RoomName("staff")),
            new Target.Person(
                    UserName.of("Zoë"),
                    7,
                    List.of(AddressPrefix.parse("192.0.2.7"), AddressPrefix.parse("2001:db8::1"))),
            "ann",
            "spam & \"more\"",
            NOON,
            Optional.of(NOON.plusSeconds(60)));

    /** A mute of addresses on the server, without an end. */
    protected static final Sanction NET = new Sanction(
            0,
            Kind.BAN,
            Optional.empty(),
            new Target.Net(AddressPrefix.parse("192.0.2.0/24")),
            "ann",
            "",
            NOON,
            Optional.empty());

    /** A store that knows nothing. */
    protected abstract SanctionStore store() throws Exception;

    @Test
    void shouldGiveEachANumberOfItsOwn() throws Exception {
        SanctionStore store = store();
        Sanction first = store.add(BAN, List.of()).get();
        assertThat(first).isEqualTo(BAN.withId(first.id()));
        Sanction second = store.add(NET, List.of(first.id())).get();
        store.remove(List.of(second.id())).get();
        assertThat(store.add(BAN, List.of()).get().id())
                .isGreaterThan(second.id())
                .isGreaterThan(first.id());
    }
}

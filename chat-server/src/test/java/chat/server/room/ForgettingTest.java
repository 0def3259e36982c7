package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ForgettingTest {
    private static final Traces TRACES = new Traces(Set.of(7L), Set.of());
    private static final UserName ANN = UserName.of("ann");
    private static final UserName EVE = UserName.of("eve");

    /** A disk that never comes to an end. */
    private final RoomStore store = new ForwardingStore(new MemoryStore(InstantSource.system())) {
        @Override
        public CompletableFuture<Void> remove(Traces traces, Consumer<Removal> removed) {
            return new CompletableFuture<>();
        }
    };

    private final Rooms rooms = new Rooms(store, new ManualTimer());

    @Test
    void shouldKeepPlacesForOperators() {
        for (int i = 0; i < Forgetting.MOST - Forgetting.FOR_OPERATORS; i++) {
            assertThat(rooms.purge(Optional.of(EVE), ANN, false, TRACES)).isPresent();
        }
        assertThat(rooms.purge(Optional.of(EVE), ANN, false, TRACES)).isEmpty();
        for (int i = 0; i < Forgetting.FOR_OPERATORS; i++) {
            assertThat(rooms.purge(Optional.of(EVE), ANN, true, TRACES)).isPresent();
        }
        assertThat(rooms.purge(Optional.of(EVE), ANN, true, TRACES)).isEmpty();
    }
}

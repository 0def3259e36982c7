package chat.server.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.server.account.Account;
import chat.server.limit.AddressPrefix;
import chat.server.room.NotKeptException;
import chat.server.sanction.Sanction.Kind;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SanctionsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final RoomName STAFF = new RoomName("staff");

    /** As many as can be full. */
    private static final int ROOMS = 52;

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    private final Sanctions sanctions = new Sanctions(SanctionStore.inMemory(), clock::get);

    @Test
    void shouldFindByNameAccountAndAddress() {
        add(Kind.BAN, Optional.empty(), person("eve", 7, "192.0.2.7"), Optional.empty());
        assertThat(sanctions.ban(who("EVE", 0, "203.0.113.1"))).isPresent();
        assertThat(sanctions.ban(who("mallory", 7, "203.0.113.1"))).isPresent();
        assertThat(sanctions.ban(who("mallory", 0, "192.0.2.7"))).isPresent();
        assertThat(sanctions.ban(who("mallory", 8, "192.0.2.7"))).isEmpty();
        assertThat(sanctions.ban(who("mallory", 0, "192.0.2.8"))).isEmpty();
        assertThat(sanctions.ban(new InetSocketAddress("192.0.2.7", 1).getAddress()))
                .as("only addresses by themselves are turned away at the door")
                .isEmpty();
        assertThat(sanctions.ban(who("eve", 0, "203.0.113.1"), STAFF)).isEmpty();
        assertThat(sanctions.hasMutes()).isFalse();
    }

    @Test
    void shouldCountTheNetworkOfIpV6() {
        add(Kind.BAN, Optional.empty(), person("eve", 0, "2001:db8:0:1::1"), Optional.empty());
        assertThat(sanctions.ban(who("mallory", 0, "2001:db8:0:1:ffff::2"))).isPresent();
        assertThat(sanctions.ban(who("mallory", 0, "2001:db8:0:2::1"))).isEmpty();
    }

    @Test
    void shouldEndWhenItsTimeIsOver() {
        add(Kind.MUTE, Optional.of(STAFF), person("eve", 0, "192.0.2.7"), Optional.of(NOON.plusSeconds(60)));
        assertThat(sanctions.mute(who("eve", 0, "192.0.2.7"), STAFF)).isPresent();
        assertThat(sanctions.mute(who("eve", 0, "192.0.2.7"), RoomName.LOBBY)).isEmpty();
        clock.set(NOON.plusSeconds(60));
        assertThat(sanctions.mute(who("eve", 0, "192.0.2.7"), STAFF)).isEmpty();
        assertThat(sanctions.of(Optional.of(STAFF))).isEmpty();
    }

    @Test
    void shouldForgetTheLastMuteWhenItIsOver() {
        List<Long> removed = new ArrayList<>();
        Sanctions kept = new Sanctions(
                new MemorySanctionStore() {
                    @Override
                    public CompletableFuture<Void> remove(Collection<Long> ids) {
                        removed.addAll(ids);
                        return super.remove(ids);
                    }
                },
                clock::get);
        Target eve = person("eve", 0, "192.0.2.7");
        Sanction mute = sanction(Kind.MUTE, Optional.of(STAFF), eve, Optional.of(NOON.plusSeconds(60)));
        long id = kept.add(mute).orElseThrow().join().id();
        kept.add(sanction(Kind.BAN, Optional.empty(), eve, Optional.of(NOON.plusSeconds(90))))
                .orElseThrow()
                .join();
        assertThat(kept.hasMutes()).isTrue();
        clock.set(NOON.plusSeconds(60));
        assertThat(kept.hasMutes()).isFalse();
        assertThat(removed).as("in the file").containsExactly(id);
        assertThat(kept.ban(who("eve", 0, "192.0.2.7"))).isPresent();
    }

    @Test
    void shouldHitWhoHasRegisteredSince() {
        add(Kind.BAN, Optional.empty(), person("eve", 0, "192.0.2.7"), Optional.empty());
        Account young = new Account(9, UserName.of("mallory"), false, NOON.plusSeconds(1));
        assertThat(sanctions.ban(Who.of(young.name(), young, new InetSocketAddress("192.0.2.7", 1))))
                .isPresent();
        assertThat(sanctions.ban(Who.of(young.name(), young, new InetSocketAddress("192.0.2.8", 1))))
                .isEmpty();
    }

    @Test
    void shouldGoOnHittingWhomItHasHit() {
        Sanction mute = add(Kind.MUTE, Optional.of(STAFF), person("eve", 0, "192.0.2.7"), Optional.empty());
        Who renamed = who("mallory", 0, "203.0.113.1").withHeld(Set.of(mute.id()));
        assertThat(sanctions.mute(renamed, STAFF)).isPresent();
        assertThat(sanctions.all(renamed)).containsExactly(mute);
        assertThat(sanctions.mute(who("mallory", 8, "203.0.113.1").withHeld(Set.of(mute.id())), STAFF))
                .as("an older account is somebody")
                .isEmpty();
        sanctions.remove(List.of(mute)).join();
        assertThat(sanctions.mute(renamed, STAFF)).isEmpty();
    }

    @Test
    void shouldTakeBackAndReplace() {
        Sanction first = add(Kind.BAN, Optional.empty(), person("eve", 0, "192.0.2.7"), Optional.empty());
        Sanction second = add(Kind.BAN, Optional.empty(), person("Eve", 0, "192.0.2.8"), Optional.empty());
        assertThat(sanctions.of(Optional.empty())).containsExactly(second).doesNotContain(first);
        assertThat(sanctions.ban(who("x1", 0, "192.0.2.7"))).isEmpty();
        sanctions.remove(List.of(second)).join();
        assertThat(sanctions.ban(who("eve", 0, "192.0.2.8"))).isEmpty();
    }

    @Test
    void shouldHaveABoundThatForgetsWhatIsOver() {
        for (int i = 0; i < Sanctions.MOST; i++) {
            Optional<Instant> until = i == 0 ? Optional.of(NOON.plusSeconds(60)) : Optional.empty();
            AddressPrefix net = new AddressPrefix(false, 32, (long) i << 32, 0);
            sanctions.add(sanction(Kind.BAN, Optional.empty(), new Target.Net(net), until));
        }
        Sanction more = sanction(Kind.BAN, Optional.empty(), person("eve", 0, "203.0.113.1"), Optional.empty());
        assertThat(sanctions.add(more)).isEmpty();
        clock.set(NOON.plusSeconds(60));
        assertThat(sanctions.add(more)).isPresent();
        assertThat(sanctions.add(more)).as("what it replaces makes room for it").isPresent();
    }

    @Test
    void shouldGiveEachRoomAShareThatTakesNothingFromOthersOrFromTheServer() {
        for (int i = 0; i < Sanctions.MOST_OF_ROOM; i++) {
            add(Kind.BAN, Optional.of(STAFF), person("a" + i, 0, "203.0.113.1"), Optional.empty());
        }
        Target eve = person("eve", 0, "192.0.2.7");
        assertThat(sanctions.add(sanction(Kind.BAN, Optional.of(STAFF), eve, Optional.empty())))
                .isEmpty();
        int beyond = Sanctions.MOST_OF_ROOM - Sanctions.OWN_OF_ROOM;
        for (int room = 2; room < Sanctions.MOST_OF_ROOMS / beyond + 3; room++) {
            for (int i = 0; i < Sanctions.MOST_OF_ROOM; i++) {
                sanctions.add(sanction(
                        Kind.MUTE,
                        Optional.of(new RoomName("room" + room)),
                        person("a" + i, 0, "10.0." + room + "." + i),
                        Optional.empty()));
            }
        }
        Optional<RoomName> hall = Optional.of(new RoomName("hall"));
        for (int i = 0; i < Sanctions.OWN_OF_ROOM; i++) {
            Target next = person("b" + i, 0, "203.0.113.1");
            assertThat(sanctions.add(sanction(Kind.BAN, hall, next, Optional.empty())))
                    .as("its own")
                    .isPresent();
        }
        assertThat(sanctions.add(sanction(Kind.MUTE, hall, eve, Optional.empty())))
                .isEmpty();
        assertThat(sanctions.add(sanction(Kind.BAN, Optional.empty(), eve, Optional.empty())))
                .isPresent();
        sanctions.remove(sanctions.of(Optional.of(STAFF))).join();
        assertThat(sanctions.add(sanction(Kind.MUTE, hall, eve, Optional.empty())))
                .isPresent();
    }

    @Test
    void shouldHitOnlyGuestsOfAnAddressWhateverHasBeenSaidAboutIt() {
        fillRooms("192.0.2.7", sanctions);
        assertThat(sanctions.all(who("mallory", 0, "192.0.2.7"))).hasSize(ROOMS * Sanctions.MOST_OF_ROOM);
        assertThat(sanctions.all(who("mallory", 9, "192.0.2.7"))).isEmpty();
        clock.set(NOON.plusSeconds(60));
        assertThat(sanctions.ban(who("mallory", 0, "192.0.2.7"))).isEmpty();
    }

    @Test
    void shouldForgetAFewAtATime() {
        List<Integer> removed = new ArrayList<>();
        Sanctions kept = new Sanctions(
                new MemorySanctionStore() {
                    @Override
                    public CompletableFuture<Void> remove(Collection<Long> ids) {
                        removed.add(ids.size());
                        return super.remove(ids);
                    }
                },
                clock::get);
        fillRooms("192.0.2.7", kept);
        clock.set(NOON.plusSeconds(60));
        assertThat(kept.ban(who("mallory", 0, "192.0.2.7"))).isEmpty();
        assertThat(removed).containsExactly(Sanctions.MOST_FORGOTTEN);
        Optional<RoomName> last = Optional.of(new RoomName("room" + (ROOMS - 1)));
        assertThat(kept.add(sanction(Kind.BAN, last, person("eve", 0, "192.0.2.8"), Optional.empty())))
                .as("what is over takes no room")
                .isPresent();
    }

    private static void fillRooms(String address, Sanctions filled) {
        for (int room = 0; room < ROOMS; room++) {
            Optional<RoomName> place = Optional.of(new RoomName("room" + room));
            for (int i = 0; i < Sanctions.MOST_OF_ROOM; i++) {
                Optional<Instant> until = Optional.of(NOON.plusSeconds(60));
                Target target = person("a" + i, 0, address);
                filled.add(sanction(Kind.BAN, place, target, until))
                        .orElseThrow()
                        .join();
            }
        }
    }

    @Test
    void shouldKeepOneOfTwoThatAreSaidAtOnce() {
        List<CompletableFuture<Void>> disk = new ArrayList<>();
        List<Long> removed = new ArrayList<>();
        Sanctions kept = new Sanctions(
                new MemorySanctionStore() {
                    @Override
                    public CompletableFuture<Sanction> add(Sanction sanction, Collection<Long> instead) {
                        CompletableFuture<Void> written = new CompletableFuture<>();
                        disk.add(written);
                        return written.thenCompose(done -> super.add(sanction, instead));
                    }

                    @Override
                    public CompletableFuture<Void> remove(Collection<Long> ids) {
                        removed.addAll(ids);
                        return super.remove(ids);
                    }
                },
                clock::get);
        Sanction ban = sanction(Kind.BAN, Optional.empty(), person("eve", 0, "192.0.2.7"), Optional.empty());
        CompletableFuture<Sanction> first = kept.add(ban).orElseThrow();
        CompletableFuture<Sanction> second = kept.add(ban).orElseThrow();
        disk.forEach(written -> written.complete(null));
        assertThat(kept.of(Optional.empty())).containsExactly(second.join());
        assertThat(removed).containsExactly(first.join().id());
    }

    @Test
    void shouldTakeNothingOfAShareForWhatCannotBeKept() {
        Sanctions broken = new Sanctions(new BrokenStore(), clock::get);
        for (int i = 0; i < 2 * Sanctions.MOST_OF_ROOM; i++) {
            Target target = person("a" + i, 0, "203.0.113.1");
            assertThat(broken.add(sanction(Kind.BAN, Optional.of(STAFF), target, Optional.empty())))
                    .hasValueSatisfying(kept -> assertThat(kept).isCompletedExceptionally());
        }
    }

    private static final class BrokenStore implements SanctionStore {
        @Override
        public List<Sanction> all() {
            return List.of();
        }

        @Override
        public CompletableFuture<Sanction> add(Sanction sanction, Collection<Long> instead) {
            return CompletableFuture.failedFuture(new NotKeptException("the disk is full"));
        }

        @Override
        public CompletableFuture<Void> remove(Collection<Long> ids) {
            return CompletableFuture.failedFuture(new NotKeptException("the disk is full"));
        }
    }

    private Sanction add(Kind kind, Optional<RoomName> room, Target target, Optional<Instant> until) {
        return sanctions.add(sanction(kind, room, target, until)).orElseThrow().join();
    }

    private static Sanction sanction(Kind kind, Optional<RoomName> room, Target target, Optional<Instant> until) {
        return new Sanction(0, kind, room, target, "ann", "", NOON, until);
    }

    private static Target person(String name, long account, String address) {
        return new Target.Person(UserName.of(name), account, List.of(AddressPrefix.parse(address)));
    }

    private static Who who(String name, long account, String address) {
        Account known = account == 0 ? null : new Account(account, UserName.of(name), false, NOON.minusSeconds(1));
        return Who.of(UserName.of(name), known, new InetSocketAddress(address, 4000));
    }
}

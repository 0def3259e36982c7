package chat.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What happens between two slices of a round: seven members on a loop that serves two at a time, the last ones first.
 * The first member has spoken, and some slices of that round are over.
 */
class MidRoundTest {
    private static final int MEMBERS = 7;
    private static final int SLICE = 2;
    private static final int SLICES = 4;

    @AutoClose
    private final ManualRoom room = new ManualRoom(1, SLICE);

    private final List<Witness> members = new ArrayList<>();
    private Witness firstSpeaker;

    @Test
    void shouldServeTheLastOnesFirstAndSomeAtATime() {
        begin(1);
        assertThat(heardBy(members)).containsExactly(0, 0, 0, 0, 0, 1, 1);
        room.pass(0);
        assertThat(heardBy(members)).containsExactly(0, 0, 0, 1, 1, 1, 1);
        room.pass(0);
        assertThat(heardBy(members)).containsExactly(0, 1, 1, 1, 1, 1, 1);
    }

    @ParameterizedTest(name = "{1} leaves after {0} slices")
    @MethodSource("slicesAndMembers")
    void shouldMissNobodyWhenSomebodyLeaves(int slices, int who) {
        begin(slices);
        members.remove(who).hangUp();
        everybodyGoesOn();
    }

    @ParameterizedTest(name = "{1} and a neighbour leave after {0} slices")
    @MethodSource("slicesAndMembers")
    void shouldMissNobodyWhenTwoLeaveAtOnce(int slices, int who) {
        begin(slices);
        members.remove(who).leave(true);
        members.remove(who % members.size()).hangUp();
        everybodyGoesOn();
    }

    @Test
    void shouldNeitherSkipNorRepeatWhoTakesThePlaceOfALeaver() {
        begin(1);
        Witness last = members.get(MEMBERS - 1);
        assertThat(last.heard()).containsExactly("w0: text 1");

        members.remove(1).hangUp(); // not served yet: the last one, served already, moves there
        room.pass(0);
        members.remove(1).hangUp(); // and once more
        room.settle();

        assertThat(last.heard()).containsExactly("w0: text 1");
        everybodyGoesOn();
    }

    @ParameterizedTest(name = "{1} leaves after {0} slices, when somebody has joined")
    @MethodSource("slicesAndMembers")
    void shouldTellAJoinerOnlyWhatComes(int slices, int who) {
        begin(slices);
        Witness joiner = new Witness(room, 0, "late");
        IntStream.range(0, 3).forEach(i -> room.pass(0));
        members.remove(who).hangUp();
        everybodyGoesOn();
        assertThat(joiner.heard()).containsExactly(members.get(1).name() + ": text 2");
    }

    @ParameterizedTest(name = "{0} slices before somebody joins")
    @MethodSource("someSlices")
    void shouldTellAJoinerOnlyWhatComesThoughTheRoundGoesOn(int slices) {
        begin(slices);
        Witness joiner = new Witness(room, 0, "late");
        everybodyGoesOn();
        assertThat(joiner.heard()).containsExactly(members.get(1).name() + ": text 2");
    }

    @ParameterizedTest(name = "{1} is renamed after {0} slices")
    @MethodSource("slicesAndMembers")
    void shouldTellWhatWasSaidUnderTheNameOfThen(int slices, int who) {
        begin(slices);
        members.get(who).rename("other");
        everybodyGoesOn();
    }

    @ParameterizedTest(name = "the connection of {1} breaks after {0} slices")
    @MethodSource("slicesAndMembers")
    void shouldGoOnWithoutWhoseConnectionBreaks(int slices, int who) {
        begin(slices);
        failWrites(members.remove(who), new IOException("Connection reset by peer"));
        everybodyGoesOn();
        assertThat(room.session("w" + who)).as("who was served nothing more").isEmpty();
    }

    @ParameterizedTest(name = "a handler of {0} fails")
    @ValueSource(ints = {0, 3, 6})
    void shouldGoOnWithoutWhoseHandlersFail(int who) {
        begin(1);
        AtomicInteger attempts = failWrites(members.remove(who), new IllegalStateException("on purpose"));
        everybodyGoesOn();
        assertThat(room.session("w" + who)).isEmpty();
        assertThat(attempts).as("a message and a goodbye").hasValueLessThanOrEqualTo(2);
    }

    @Test
    void shouldEndARoundThatHasNobodyLeft() {
        begin(1);
        members.forEach(Witness::hangUp);
        room.settle();
        assertThat(room.rooms().lobby().names()).isEmpty();

        members.clear();
        join();
        assertThat(heardBy(members)).containsOnly(0);
        say(0, "text 3");
        room.settle();
        assertThat(heardBy(members)).containsExactly(0, 1, 1, 1, 1, 1, 1);
    }

    /** Somebody speaks, and some slices of the round are served. */
    private void begin(int slices) {
        join();
        say(0, "text 1");
        IntStream.range(0, slices).forEach(i -> room.pass(0));
    }

    private void join() {
        for (int i = 0; i < MEMBERS; i++) {
            members.add(new Witness(room, 0, "w" + i));
            room.settle(); // so that their order is known
        }
        firstSpeaker = members.get(0);
    }

    /** The round comes to its end, and the next one is whole. */
    private void everybodyGoesOn() {
        room.settle();
        Witness speaker = members.get(1);
        speaker.say("text 2");
        room.settle();
        for (Witness member : members) {
            assertThat(member.heard()).isEqualTo(due(member, speaker));
        }
    }

    /** What somebody hears who was there all the time: everything but their own words. */
    private List<String> due(Witness member, Witness speaker) {
        List<String> due = new ArrayList<>();
        if (member != firstSpeaker) {
            due.add("w0: text 1");
        }
        if (member != speaker) {
            due.add(speaker.name() + ": text 2");
        }
        return due;
    }

    private void say(int who, String text) {
        members.get(who).say(text);
    }

    private static List<Integer> heardBy(List<Witness> members) {
        return members.stream().map(member -> member.heard().size()).toList();
    }

    private static AtomicInteger failWrites(Witness member, Exception failure) {
        AtomicInteger attempts = new AtomicInteger();
        member.session().out().channel().pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
                attempts.incrementAndGet();
                ReferenceCountUtil.release(message);
                promise.setFailure(failure);
            }
        });
        return attempts;
    }

    static Stream<Arguments> slicesAndMembers() {
        return someSlices()
                .boxed()
                .flatMap(slices -> IntStream.range(0, MEMBERS).mapToObj(who -> Arguments.of(slices, who)));
    }

    static IntStream someSlices() {
        return IntStream.rangeClosed(1, SLICES);
    }
}

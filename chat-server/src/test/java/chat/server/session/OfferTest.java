package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import chat.common.event.Tip;
import chat.server.limit.LimitSettings;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one event loop offers to a session that lives on another, and asks of it. */
class OfferTest {
    private final List<Runnable> tasks = new ArrayList<>();
    private final EventLoop elsewhere = mock(EventLoop.class);
    private final Channel channel = mock(Channel.class);
    private final Session session = new Session(
            new SessionRegistry(
                    new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE),
                    InstantSource.system(),
                    LimitSettings.none()),
            mock(Feed.class));

    @BeforeEach
    void connect() {
        ChannelHandlerContext wire = mock(ChannelHandlerContext.class);
        when(wire.channel()).thenReturn(channel);
        when(channel.eventLoop()).thenReturn(elsewhere);
        when(channel.closeFuture()).thenReturn(mock(ChannelFuture.class));
        doAnswer(call -> tasks.add(call.getArgument(0))).when(elsewhere).execute(any());
        session.connect(wire, true);
    }

    @Test
    void shouldKeepNoMoreThanSixtyFourOnTheirWay() {
        takesSixtyFour();
    }

    @Test
    void shouldKeepNoMoreAfterHavingRefusedSome() {
        when(channel.isWritable()).thenReturn(false);
        for (int i = 0; i < 1000; i++) {
            assertThat(session.offer(new Tip("hello"))).isCompletedWithValue(false);
        }
        takesSixtyFour();
    }

    @Test
    void shouldTakeOthersWhenThoseHaveArrived() {
        takesSixtyFour();
        when(channel.isWritable()).thenReturn(false);
        tasks.forEach(Runnable::run);
        tasks.clear();
        takesSixtyFour();
    }

    @Test
    void shouldAnswerForALoopThatHasEnded() {
        doThrow(new RejectedExecutionException()).when(elsewhere).execute(any());
        assertThat(session.ask(() -> true)).isCompletedWithValue(false);
    }

    @Test
    void shouldNotKeepWaitingForAQuestionThatFails() {
        CompletableFuture<Boolean> answer = session.ask(() -> {
            throw new IllegalStateException("no answer");
        });
        assertThat(answer).isNotDone();
        tasks.forEach(Runnable::run);
        assertThat(answer).isCompletedExceptionally();
    }

    private void takesSixtyFour() {
        when(channel.isWritable()).thenReturn(true);
        for (int i = 0; i < 64; i++) {
            assertThat(session.offer(new Tip("hello"))).isNotDone();
        }
        assertThat(session.offer(new Tip("hello"))).isCompletedWithValue(false);
        assertThat(tasks).hasSize(64);
    }
}

package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeadPeersTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");
    private final ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
    private final Map<Channel, Long> unanswered = new HashMap<>();

    private void watch() {
        channels.add(ann.channel());
        channels.add(bob.channel());
        DeadPeers peers = new DeadPeers(channels, Duration.ofMinutes(2));
        for (Terminal terminal : new Terminal[] {ann, bob}) {
            peers.watch(terminal.channel().eventLoop(), channel -> unanswered.getOrDefault(channel, 0L));
        }
    }

    @Test
    void shouldEndWhoHasNotAnsweredForSoLong() {
        watch();
        unanswered.put(bob.channel(), 106_000L);
        chat.pass(15_000);
        assertThat(bob.channel().isOpen()).isTrue();
        unanswered.put(bob.channel(), 121_000L);
        chat.pass(15_000);
        chat.pass(1000);
        assertThat(bob.channel().isOpen()).isFalse();
        assertThat(ann.lines()).containsExactly("* bob left");
        assertThat(ann.channel().isOpen()).isTrue();
    }

    @Test
    void shouldNotTakeForGoneWhoseAnswerIsOnItsWay() {
        watch();
        for (int i = 0; i < 20; i++) {
            unanswered.put(bob.channel(), i % 2 == 0 ? 121_000L : 0L);
            chat.pass(15_000);
        }
        assertThat(bob.channel().isOpen()).isTrue();
    }

    @Test
    void shouldLeaveAloneWhoOwesNothing() {
        watch();
        chat.pass(10_000_000);
        assertThat(ann.channel().isOpen()).isTrue();
        assertThat(bob.channel().isOpen()).isTrue();
    }
}

package chat.common.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.socket.ServerSocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransportTest {
    @Test
    void shouldOfferOneThatWorksHere() {
        assertThat(Transport.best().unavailable()).isEmpty();
        assertThat(Transport.NIO.unavailable()).isEmpty();
    }

    @Test
    void shouldBeNamedAsFlagsWriteIt() {
        assertThat(Transport.values())
                .extracting(Transport::toString)
                .containsExactly("io_uring", "epoll", "kqueue", "nio");
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhyItDoesNotWorkOrConnect(Transport transport) throws Exception {
        Optional<String> obstacle = transport.unavailable();
        obstacle.ifPresent(reason -> assertThat(reason).isNotBlank().isNotEqualTo("null"));
        assumeThat(obstacle).isEmpty();
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, transport.ioHandlerFactory());
        try {
            Channel listener = new ServerBootstrap()
                    .group(loop)
                    .channel(transport.serverChannel())
                    .childHandler(new ChannelInboundHandlerAdapter())
                    .bind("127.0.0.1", 0)
                    .sync()
                    .channel();
            Channel connected = new Bootstrap()
                    .group(loop)
                    .channel(transport.clientChannel())
                    .handler(new ChannelInboundHandlerAdapter())
                    .connect(((ServerSocketChannel) listener).localAddress())
                    .sync()
                    .channel();
            assertThat(connected.isActive()).isTrue();
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
    }
}

package chat.client;

import chat.common.Limits;
import chat.common.net.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.codec.string.StringEncoder;
import io.netty.util.CharsetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A connection to a chat server. Thread-safe. */
public final class ChatClient implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;

    private final EventLoopGroup loop;
    private final Channel channel;
    private final ServerEventHandler events;

    private ChatClient(EventLoopGroup loop, Channel channel, ServerEventHandler events) {
        this.loop = loop;
        this.channel = channel;
        this.events = events;
    }

    /**
     * Connects.
     *
     * @param host the server's name or address
     * @param port its port
     * @param lines takes what the server says, line by line, on the client's event loop
     * @return the connection
     * @throws IOException if there is no such server, with the reason
     */
    public static ChatClient connect(String host, int port, Consumer<String> lines) throws IOException {
        Transport transport = Transport.best();
        ServerEventHandler events = new ServerEventHandler(lines);
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("client", true), transport.ioHandlerFactory());
        ChannelFuture connected = new Bootstrap()
                .group(loop)
                .channel(transport.clientChannel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel ch) {
                        ch.pipeline()
                                .addLast(
                                        new LineBasedFrameDecoder(Limits.MAX_SERVER_LINE_BYTES),
                                        new StringDecoder(CharsetUtil.UTF_8),
                                        new StringEncoder(CharsetUtil.UTF_8),
                                        events);
                    }
                })
                .connect(host, port)
                .awaitUninterruptibly();
        if (!connected.isSuccess()) {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw new IOException(connected.cause());
        }
        return new ChatClient(loop, connected.channel(), events);
    }

    /**
     * Sends a line. Waits while the server takes nothing, so not for the event loop.
     *
     * @param line what was typed, without a line end
     */
    public void send(String line) {
        ChannelFuture sent = channel.writeAndFlush(line + "\n");
        if (!channel.isWritable()) {
            sent.awaitUninterruptibly();
        }
    }

    /** How the connection ended, once it has. */
    public CompletableFuture<Farewell> farewell() {
        return events.farewell();
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}

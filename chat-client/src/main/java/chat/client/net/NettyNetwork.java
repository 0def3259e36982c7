package chat.client.net;

import chat.client.tls.Encryption;
import chat.common.Limits;
import chat.common.net.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.codec.string.StringEncoder;
import io.netty.util.CharsetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sockets, on one event loop of their own. */
public final class NettyNetwork implements Network {
    private static final int CONNECT_MILLIS = 10_000;
    private static final long CLOSE_MILLIS = 2_000;

    private final Transport transport = Transport.best();
    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("link", true), transport.ioHandlerFactory());
    private final EventLoop loop = group.next();
    private final @Nullable Encryption encryption;

    /** Makes a network that sends everything as it is. */
    public NettyNetwork() {
        this(null);
    }

    /**
     * Makes a network.
     *
     * @param encryption how connections are encrypted; null to send everything as it is
     */
    public NettyNetwork(@Nullable Encryption encryption) {
        this.encryption = encryption;
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        if (!loop.isShuttingDown()) {
            loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public long wallMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public Wire open(String host, int port, WireEvents events) {
        NettyWire wire = new NettyWire(events);
        // looking a name up may take many seconds, in which timers and lines must go on
        Thread resolver = new Thread(() -> resolve(wire, host, port), "resolver");
        resolver.setDaemon(true);
        resolver.start();
        return wire;
    }

    private void resolve(NettyWire wire, String host, int port) {
        try {
            List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
            tell(() -> connect(wire, addresses, port));
        } catch (UnknownHostException e) {
            tell(() -> wire.ended(e));
        }
    }

    private void tell(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            // closed meanwhile: nobody waits for the answer
        }
    }

    /** Tries the addresses one after the other. */
    private void connect(NettyWire wire, List<InetAddress> addresses, int port) {
        if (wire.isOver()) {
            return;
        }
        ChannelFuture connecting = bootstrap(wire).connect(new InetSocketAddress(addresses.get(0), port));
        wire.uses(connecting.channel());
        connecting.addListener(connected -> {
            if (!connected.isSuccess()) {
                if (addresses.size() > 1) {
                    connect(wire, addresses.subList(1, addresses.size()), port);
                } else {
                    wire.ended(connected.cause());
                }
            }
        });
    }

    private Bootstrap bootstrap(NettyWire wire) {
        return new Bootstrap()
                .group(loop)
                .channel(transport.clientChannel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        assemble(channel.pipeline(), wire);
                    }
                });
    }

    private void assemble(ChannelPipeline pipeline, NettyWire wire) {
        if (encryption != null) {
            pipeline.addLast(encryption.newHandler(pipeline.channel().alloc()), new Handshake());
        }
        pipeline.addLast(
                new LineBasedFrameDecoder(Limits.MAX_JSON_LINE_BYTES),
                new StringDecoder(CharsetUtil.UTF_8),
                new StringEncoder(CharsetUtil.UTF_8),
                new LineHandler(wire));
    }

    @Override
    public void close() {
        Future<?> closed = group.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        if (!loop.inEventLoop()) {
            closed.awaitUninterruptibly(CLOSE_MILLIS);
        }
    }
}

package chat.common.net;

import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueServerSocketChannel;
import io.netty.channel.kqueue.KQueueSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/** The ways this machine may offer to move bytes between sockets and event loops. */
public enum Transport {
    /** Linux 5.19 and later, where neither kernel nor container forbids it. */
    IO_URING {
        @Override
        @Nullable
        Throwable obstacle() {
            return IoUring.unavailabilityCause();
        }

        @Override
        public IoHandlerFactory ioHandlerFactory() {
            return IoUringIoHandler.newFactory();
        }

        @Override
        public Class<? extends ServerSocketChannel> serverChannel() {
            return IoUringServerSocketChannel.class;
        }

        @Override
        public Class<? extends SocketChannel> clientChannel() {
            return IoUringSocketChannel.class;
        }

        @Override
        public Map<ChannelOption<Integer>, Integer> probes(int idle, int interval, int count) {
            return Map.of(
                    IoUringChannelOption.TCP_KEEPIDLE, idle,
                    IoUringChannelOption.TCP_KEEPINTVL, interval,
                    IoUringChannelOption.TCP_KEEPCNT, count);
        }
    },
    /** Linux. */
    EPOLL {
        @Override
        @Nullable
        Throwable obstacle() {
            return Epoll.unavailabilityCause();
        }

        @Override
        public IoHandlerFactory ioHandlerFactory() {
            return EpollIoHandler.newFactory();
        }

        @Override
        public Class<? extends ServerSocketChannel> serverChannel() {
            return EpollServerSocketChannel.class;
        }

        @Override
        public Class<? extends SocketChannel> clientChannel() {
            return EpollSocketChannel.class;
        }

        @Override
        public Map<ChannelOption<Integer>, Integer> probes(int idle, int interval, int count) {
            return Map.of(
                    EpollChannelOption.TCP_KEEPIDLE, idle,
                    EpollChannelOption.TCP_KEEPINTVL, interval,
                    EpollChannelOption.TCP_KEEPCNT, count);
        }
    },
    /** macOS and BSD. */
    KQUEUE {
        @Override
        @Nullable
        Throwable obstacle() {
            return KQueue.unavailabilityCause();
        }

        @Override
        public IoHandlerFactory ioHandlerFactory() {
            return KQueueIoHandler.newFactory();
        }

        @Override
        public Class<? extends ServerSocketChannel> serverChannel() {
            return KQueueServerSocketChannel.class;
        }

        @Override
        public Class<? extends SocketChannel> clientChannel() {
            return KQueueSocketChannel.class;
        }

        /** Netty offers none here: the system's own times hold. */
        @Override
        public Map<ChannelOption<Integer>, Integer> probes(int idle, int interval, int count) {
            return Map.of();
        }
    },
    /** The JDK's own; everywhere. */
    NIO {
        @Override
        @Nullable
        Throwable obstacle() {
            return null;
        }

        @Override
        public IoHandlerFactory ioHandlerFactory() {
            return NioIoHandler.newFactory();
        }

        @Override
        public Class<? extends ServerSocketChannel> serverChannel() {
            return NioServerSocketChannel.class;
        }

        @Override
        public Class<? extends SocketChannel> clientChannel() {
            return NioSocketChannel.class;
        }

        @Override
        public Map<ChannelOption<Integer>, Integer> probes(int idle, int interval, int count) {
            return Map.of(
                    NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), idle,
                    NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), interval,
                    NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), count);
        }
    };

    /** Why this machine cannot use the transport, or null if it can. */
    abstract @Nullable Throwable obstacle();

    /** What an event loop group is made with. */
    public abstract IoHandlerFactory ioHandlerFactory();

    /** The channel that listens. */
    public abstract Class<? extends ServerSocketChannel> serverChannel();

    /** The channel that connects. */
    public abstract Class<? extends SocketChannel> clientChannel();

    /**
     * How TCP's own probes of a silent connection (SO_KEEPALIVE) are timed; no terminal sees them.
     *
     * @param idle how long nothing has come before the first, in seconds
     * @param interval how long an answer may take before the next, in seconds
     * @param count how many without an answer mean that the other side is gone
     * @return what to set on each connection; empty where it cannot be set
     */
    public abstract Map<ChannelOption<Integer>, Integer> probes(int idle, int interval, int count);

    /** The transport that serves best among those that work here. */
    public static Transport best() {
        if (EPOLL.obstacle() == null) {
            return EPOLL;
        }
        return KQUEUE.obstacle() == null ? KQUEUE : NIO;
    }

    /**
     * The transport that somebody asked for.
     *
     * @param name {@code auto} for the best, or a transport's name, in any case
     * @return the transport, which may be {@linkplain #unavailable unavailable} here; empty if there is none of that name
     */
    public static Optional<Transport> named(String name) {
        if (name.equalsIgnoreCase("auto")) {
            return Optional.of(best());
        }
        return Arrays.stream(values())
                .filter(transport -> transport.toString().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Why this machine cannot use the transport.
     *
     * @return the reason in a few words, or empty if it can
     */
    public Optional<String> unavailable() {
        Throwable cause = obstacle();
        if (cause == null) {
            return Optional.empty();
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Optional.of(String.valueOf(cause.getMessage()));
    }

    /** The name as flags and logs write it: {@code io_uring}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package chat.server.delivery;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.local.LocalIoHandler;

/** An event loop that the calling thread runs, and connections on it that lead nowhere. */
final class SinkLoop {
    private final ManualIoEventLoop loop = new ManualIoEventLoop(Thread.currentThread(), LocalIoHandler.newFactory());
    private final SinkChannel.Sink sink = new SinkChannel.Sink();
    private long seen;

    EventLoop executor() {
        return loop;
    }

    Channel connect(ChannelHandler handler) {
        Channel channel = new SinkChannel(sink);
        channel.pipeline().addLast(handler);
        executor().register(channel);
        return channel;
    }

    /** Runs the loop until nothing is left to do; how many bytes have arrived since this was last called. */
    long settle() {
        while (loop.runNow() > 0) {}
        long arrived = sink.bytes() - seen;
        seen = sink.bytes();
        return arrived;
    }
}

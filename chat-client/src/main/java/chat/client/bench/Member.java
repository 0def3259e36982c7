package chat.client.bench;

import chat.common.event.Goodbye;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the run: takes a name, receives, sends if it is a sender, and leaves. The only handler of its
 * pipeline, so that nothing stands between the socket's bytes and the check. On its event loop, unless a method says
 * otherwise.
 */
final class Member extends ChannelInboundHandlerAdapter implements LineScanner.Sink {
    private enum Stage {
        JOINING,
        PRESENT,
        LEAVING
    }

    private final Role role;
    private final Worker worker;
    private final MessageFormat format;
    private final Receiver receiver;
    private final LineScanner scanner;
    private Stage stage = Stage.JOINING;
    private boolean cutOff;
    private long now;
    private @Nullable Channel channel;
    private @Nullable Author author;
    private @Nullable Pacer pacer;
    private String lastWords = "";
    private @Nullable WebSocketFrames frames;

    Member(Role role, Worker worker, MessageFormat format) {
        this.role = role;
        this.worker = worker;
        this.format = format;
        this.receiver = new Receiver(role, worker, format);
        this.scanner = new LineScanner(role.door().longestLine());
    }

    boolean isSlow() {
        return role.isSlow();
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        channel = ctx.channel();
        if (role.isSender()) {
            author = new Author(role.id(), ctx.channel(), worker, format, role.door() == Door.WEB);
            pacer = role.pacer(author);
        }
        if (role.door() == Door.WEB) {
            frames = new WebSocketFrames(ctx.channel(), this::comeIn, scanner, this);
            frames.request();
        } else {
            comeIn();
        }
    }

    private void comeIn() {
        // only news: that is what is measured
        send(role.door().greeting() + "/replay off\n/setname " + format.name(role.id()));
    }

    /** Begins to send, if it is a sender. */
    void start() {
        if (pacer != null) {
            pacer.start();
        }
    }

    /** A slow member reads again. */
    void readAgain() {
        channel().config().setAutoRead(true);
    }

    /** Says goodbye; the connection closes when the server has answered. */
    void leave() {
        stage = Stage.LEAVING;
        send("/quit");
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (stage == Stage.PRESENT && role.isSlow()) {
            cutOff = true;
            worker.tally().slowCutOff();
        } else if (stage != Stage.LEAVING) {
            String when = stage == Stage.JOINING ? " before it had its name" : "";
            worker.broken("The server ended the connection of " + format.name(role.id()) + when + "." + lastWords);
        }
        if (stage != Stage.JOINING) {
            worker.tally().left();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        lastWords = " (" + cause.getMessage() + ")";
        ctx.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object read) {
        ByteBuf bytes = (ByteBuf) read;
        try {
            now = worker.clock().now();
            worker.tally().read(bytes.readableBytes(), worker.schedule().countsAt(now));
            if (frames == null) {
                scanner.scan(bytes, this);
            } else {
                frames.read(bytes);
            }
        } finally {
            bytes.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        worker.readComplete();
        if (pacer != null) {
            pacer.readComplete();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (pacer != null && ctx.channel().isWritable()) {
            pacer.writable();
        }
    }

    @Override
    public void line(ByteBuf bytes, int start, int end) {
        if (format.isOfThisRun(bytes, start, end)) {
            int settled = receiver.message(bytes, start, end, now);
            if (pacer != null && settled > 0) {
                pacer.received(settled);
            }
            return;
        }
        switch (ServerLine.of(bytes, start, end)) {
            case WORDS, CONFIRMATION -> {}
            case NOTICE -> receiver.skipped(ServerLine.skipped(ServerLine.text(bytes, start, end)));
            case ANSWER -> answer(ServerLine.text(bytes, start, end));
        }
    }

    private void answer(String line) {
        lastWords = " It last said: " + line;
        switch (stage) {
            case JOINING -> {
                if (line.contains("accepted")) {
                    stage = Stage.PRESENT;
                    channel().config().setAutoRead(!role.isSlow());
                    worker.named();
                }
            }
            case PRESENT -> worker.tally().refused(line);
            case LEAVING -> {
                if (line.contains(Goodbye.Reason.QUIT.line())) {
                    channel().close();
                }
            }
        }
    }

    private Channel channel() {
        return Objects.requireNonNull(channel, "not connected yet");
    }

    private void send(String line) {
        if (frames != null) {
            frames.send(line);
            return;
        }
        channel()
                .writeAndFlush(
                        ByteBufUtil.writeUtf8(channel().alloc(), line + "\n"),
                        channel().voidPromise());
    }

    /** How many messages it has sent. Any thread, once the load is on. */
    int sent() {
        return author == null ? 0 : author.sent();
    }

    /** Its messages up to a number have reached every reader on a loop. Any thread, once the load is on. */
    void reachedAll(int loop, int end) {
        Pacer mine = Objects.requireNonNull(pacer, "not a sender");
        if (channel().eventLoop().inEventLoop()) {
            mine.reachedAll(loop, end);
        } else {
            channel().eventLoop().execute(() -> mine.reachedAll(loop, end));
        }
    }

    /** What it found wrong, once nothing more comes. Who was cut off is counted as that, and found nothing. */
    Faults faults() {
        return cutOff ? Faults.NONE : receiver.faults();
    }
}

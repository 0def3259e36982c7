package chat.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands where TLS is expected, and turns away who begins with anything else. A handshake has a deadline, counted from
 * the beginning and not from the last byte.
 */
final class TlsGate extends ChannelInboundHandlerAdapter {
    /** How long a handshake may take, in seconds. */
    static final long HANDSHAKE_SECONDS = 10;

    /** What every TLS connection begins with: a record of the type "handshake". */
    private static final int HANDSHAKE_RECORD = 22;

    private final Signpost signpost;
    private final QuietLog log;
    private final Supplier<Future<?>> open;
    private final @Nullable Runnable plain;
    private @Nullable Future<?> deadline;
    private boolean begun;
    private boolean closed;

    /**
     * Makes the gate of one connection.
     *
     * @param open puts TLS behind the gate; answers what is completed when the handshake is over
     */
    TlsGate(Signpost signpost, QuietLog log, Supplier<Future<?>> open) {
        this(signpost, log, open, null);
    }

    /**
     * The same, and who begins with something else is answered by others.
     *
     * @param plain puts those behind the gate; null for none
     */
    TlsGate(Signpost signpost, QuietLog log, Supplier<Future<?>> open, @Nullable Runnable plain) {
        this.signpost = signpost;
        this.log = log;
        this.open = open;
        this.plain = plain;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        Future<?> timeout = ctx.executor().schedule(() -> tooLate(ctx), HANDSHAKE_SECONDS, TimeUnit.SECONDS);
        ctx.channel().closeFuture().addListener(end -> timeout.cancel(false));
        deadline = timeout;
    }

    private void tooLate(ChannelHandlerContext ctx) {
        if (closed) {
            return;
        }
        closed = true;
        log.refused(ctx.channel(), "no TLS handshake within " + HANDSHAKE_SECONDS + " seconds");
        if (begun) {
            ctx.close();
        } else {
            Refusal.say(ctx, signpost.noTls(Protocol.UNDECIDED)); // somebody with telnet may be waiting there
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (closed) {
            bytes.release();
        } else if (bytes.getUnsignedByte(bytes.readerIndex()) == HANDSHAKE_RECORD) {
            begin(ctx);
            ctx.fireChannelRead(bytes);
        } else if (plain != null) {
            cancelDeadline();
            plain.run();
            ctx.fireChannelRead(bytes);
            ctx.pipeline().remove(this);
        } else {
            closed = true;
            Protocol spoken = new Protocol.Guess().next(bytes);
            bytes.release();
            log.refused(ctx.channel(), "it speaks no TLS where TLS is expected");
            Refusal.say(ctx, signpost.noTls(spoken));
        }
    }

    /** Somebody has looked whether the port is open, and hung up. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        closed = true;
        ctx.close();
    }

    private void begin(ChannelHandlerContext ctx) {
        begun = true;
        open.get().addListener(over -> cancelDeadline());
        ctx.pipeline().remove(this);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}

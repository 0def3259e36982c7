package chat.server.net;

import chat.common.Limits;
import chat.common.event.Tip;
import chat.common.wire.WireFormat;
import chat.server.session.Intake;
import chat.server.session.Session;
import chat.server.session.Stage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes apart into lines, as long as the session's intake is open; the rest stays as it came, which is the
 * smallest form it can wait in. The end of a line tells how its sender wants to be answered.
 */
final class LineDecoder extends LineBasedFrameDecoder {
    private static final boolean KEEP_LINE_END = false;
    private static final boolean FAIL_AT_ONCE = true;

    static final Tip THROWN_AWAY = new Tip("What followed was thrown away, since it may have been a password.");

    private final Session session;
    private boolean decoding;
    private boolean failed;
    private int thrownAway;

    /** What told that nothing more will come, though the connection stays; not passed on before all lines are taken. */
    private @Nullable ChannelInputShutdownEvent inputEnded;

    /** Whether the rest of the line whose beginning was thrown away is still to come. */
    private boolean inThrownAway;

    LineDecoder(Session session) {
        super(Limits.MAX_LINE_BYTES, KEEP_LINE_END, FAIL_AT_ONCE);
        this.session = session;
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext ctx, ByteBuf bytes) throws Exception {
        if (!session.intake().isOpen() || endsWithinLineEnd(bytes)) {
            return null;
        }
        if (inThrownAway) {
            throwAwayRest(bytes);
            return null;
        }
        int before = bytes.readableBytes();
        ByteBuf line = (ByteBuf) super.decode(ctx, bytes);
        if (line == null) {
            thrownAway(before - bytes.readableBytes());
            return null;
        }
        return withoutEnd(line);
    }

    /** What makes no line has no end to wait for, as a line that is too long: as much as the longest line counts as one. */
    void thrownAway(int bytes) {
        thrownAway += bytes;
        for (; thrownAway >= Limits.MAX_LINE_BYTES; thrownAway -= Limits.MAX_LINE_BYTES) {
            session.intake().pace().lineDone();
        }
    }

    /** Until its end comes, a line that has begun is still the one that may be a password. */
    private void throwAwayRest(ByteBuf bytes) {
        int end = bytes.bytesBefore((byte) '\n');
        int rest = end < 0 ? bytes.readableBytes() : end + 1;
        bytes.skipBytes(rest);
        thrownAway(rest);
        inThrownAway = end < 0;
    }

    /** Asked for while a line is in hand or waited for, so that no part of the next one has been looked at. */
    private void throwAway() {
        ByteBuf bytes = internalBuffer();
        int length = bytes.readableBytes();
        if (length > 0) {
            inThrownAway = bytes.getByte(bytes.writerIndex() - 1) != '\n';
            bytes.skipBytes(length);
            thrownAway(length);
            session.send(THROWN_AWAY);
        }
    }

    /** The superclass counts a CR as text until the LF has come, and would refuse a line of exactly the limit then. */
    private static boolean endsWithinLineEnd(ByteBuf bytes) {
        return bytes.readableBytes() == Limits.MAX_LINE_BYTES + 1
                && bytes.getByte(bytes.writerIndex() - 1) == '\r'
                && bytes.bytesBefore((byte) '\n') < 0;
    }

    private ByteBuf withoutEnd(ByteBuf line) {
        int end = line.writerIndex() - 1;
        boolean crlf = end > line.readerIndex() && line.getByte(end - 1) == '\r';
        session.out().setText(crlf ? WireFormat.TEXT_CRLF : WireFormat.TEXT_LF);
        return line.writerIndex(crlf ? end - 1 : end);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
        if (session.stage() == Stage.ENDED) {
            ReferenceCountUtil.release(bytes); // nobody listens
            return;
        }
        decoding = true;
        try {
            super.channelRead(ctx, bytes);
        } finally {
            decoding = false;
        }
    }

    /** The superclass asks for more bytes while it has no whole line; here that may be because it must not look. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        if (session.intake().isOpen()) {
            super.channelReadComplete(ctx);
        } else {
            ctx.fireChannelReadComplete();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (event == Intake.THROW_AWAY) {
            throwAway();
        }
        if (event instanceof ChannelInputShutdownEvent ended) {
            inputEnded = ended;
            ctx.fireUserEventTriggered(InputEnded.WAITING);
            endIfAllIsTaken(ctx);
        } else if (event != Intake.OPENED) {
            super.userEventTriggered(ctx, event);
        } else if (!decoding) {
            if (actualReadableBytes() > 0) {
                channelRead(ctx, Unpooled.EMPTY_BUFFER);
                ctx.fireChannelReadComplete();
            }
            endIfAllIsTaken(ctx);
        }
    }

    /** The superclass throws away what is left then, so it has to be but the beginning of a line. */
    private void endIfAllIsTaken(ChannelHandlerContext ctx) throws Exception {
        ChannelInputShutdownEvent ended = inputEnded;
        if (ended != null && session.intake().isOpen() && internalBuffer().bytesBefore((byte) '\n') < 0) {
            inputEnded = null;
            super.userEventTriggered(ctx, ended);
        }
    }

    /**
     * The other side has closed: what is left, when every whole line is taken, is a last line that nobody ended. A program
     * ends its lines, so one without an end was cut off on its way, and comes again whole.
     */
    @Override
    protected void decodeLast(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> out) throws Exception {
        super.decodeLast(ctx, bytes, out);
        if (mayLackItsEnd() && out.isEmpty() && bytes.isReadable() && bytes.readableBytes() <= Limits.MAX_LINE_BYTES) {
            out.add(bytes.readRetainedSlice(bytes.readableBytes()));
        }
    }

    private boolean mayLackItsEnd() {
        return !failed && session.intake().isOpen() && !session.isProgram();
    }

    /** After a reset nobody knows how much of the last line is missing. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
        failed = inputEnded == null; // else all of it had come
        super.exceptionCaught(ctx, cause);
    }
}

package chat.server.net;

import chat.server.session.Echo;
import chat.server.session.Hiding;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes telnet's own bytes out of what arrives (RFC 854): commands, option negotiations and sub-negotiations, wherever
 * a packet splits them; and turns telnet's other end of line, CR NUL, into CR LF. What a person typed passes as it is.
 *
 * <p>Every option is refused (RFC 1143 needs no state for that), which leaves the terminal in line mode with local echo
 * and answers the timing mark that telnet waits for after Ctrl-C. Only while a password is typed the server claims to
 * echo, see {@link Echo}. No answer goes to somebody who does not read.
 *
 * <p>0xFF never occurs in UTF-8, so somebody on a raw connection meets this only with bytes that are no text anyhow.
 */
final class TelnetFilter extends ChannelInboundHandlerAdapter {
    /** What a person did that is not a line. */
    enum Interrupt {
        /** Ctrl-C, which telnet sends as "interrupt process". */
        CTRL_C
    }

    private enum State {
        TEXT,
        AFTER_CR,
        AFTER_IAC,
        OPTION,
        SUBNEGOTIATION,
        SUBNEGOTIATION_AFTER_IAC
    }

    private static final int ANSWER_BYTES = 3;
    private static final int IAC = 255;
    private static final int DONT = 254;
    private static final int DO = 253;
    static final int WONT = 252;
    static final int WILL = 251;
    private static final int SB = 250;
    private static final int INTERRUPT_PROCESS = 244;
    private static final int SE = 240;

    /** The lowest telnet command there is: end of file, as RFC 1184 has it. */
    private static final int FIRST_COMMAND = 236;

    /** A sub-negotiation longer than this is none: what follows is text again, so nobody is muted by accident. */
    private static final int MAX_SUBNEGOTIATION = 1024;

    private final IntConsumer taken;
    private final EchoOption echo = new EchoOption();
    private State state = State.TEXT;
    private int command;
    private int subnegotiated;
    private boolean interrupted;
    private @Nullable ByteBuf answers;

    /**
     * Begins in the middle of text.
     *
     * @param taken is told how many bytes were taken out of each packet, if any
     */
    TelnetFilter(IntConsumer taken) {
        this.taken = taken;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (state != State.TEXT || needsFilter(bytes)) {
            filter(ctx, bytes);
            answer(ctx);
            tellInterrupts(ctx);
        }
        if (bytes.isReadable()) {
            ctx.fireChannelRead(bytes);
        } else {
            bytes.release();
        }
    }

    private static boolean needsFilter(ByteBuf bytes) {
        int from = bytes.readerIndex();
        int to = bytes.writerIndex();
        return bytes.getByte(to - 1) == '\r'
                || ByteBufUtil.indexOf(bytes, from, to, (byte) IAC) >= 0
                || ByteBufUtil.indexOf(bytes, from, to, (byte) 0) >= 0;
    }

    /** Moves what is text to the front of the buffer, which is ours alone; text never grows. */
    private void filter(ChannelHandlerContext ctx, ByteBuf bytes) {
        int kept = bytes.readerIndex();
        for (int i = kept; i < bytes.writerIndex(); i++) {
            int text = next(ctx, bytes.getUnsignedByte(i));
            if (text >= 0) {
                bytes.setByte(kept++, text);
            }
        }
        taken.accept(bytes.writerIndex() - kept);
        bytes.writerIndex(kept);
    }

    /** All answers to one packet are sent in one. */
    private void answer(ChannelHandlerContext ctx) {
        ByteBuf all = answers;
        answers = null;
        if (all != null) {
            ctx.writeAndFlush(all);
        }
    }

    /** Behind the answer to the timing mark: after Ctrl-C telnet shows nothing that comes before it. */
    private void tellInterrupts(ChannelHandlerContext ctx) {
        if (interrupted) {
            interrupted = false;
            ctx.fireUserEventTriggered(Interrupt.CTRL_C);
        }
    }

    /** Takes one byte; answers the byte of text that it stands for, or -1. */
    private int next(ChannelHandlerContext ctx, int b) {
        return switch (state) {
            case TEXT -> text(b);
            case AFTER_CR -> afterCr(b);
            case AFTER_IAC -> afterIac(b);
            case OPTION -> option(ctx, b);
            case SUBNEGOTIATION, SUBNEGOTIATION_AFTER_IAC -> subnegotiation(b);
        };
    }

    private int afterCr(int b) {
        state = State.TEXT;
        return b == 0 ? '\n' : text(b);
    }

    private int text(int b) {
        if (b == IAC) {
            state = State.AFTER_IAC;
            return -1;
        }
        if (b == '\r') {
            state = State.AFTER_CR;
        }
        return b == 0 ? -1 : b;
    }

    private int afterIac(int b) {
        state = State.TEXT;
        if (b == SB) {
            state = State.SUBNEGOTIATION;
            subnegotiated = 0;
        } else if (b >= WILL && b <= DONT) {
            state = State.OPTION;
            command = b;
        } else if (b == INTERRUPT_PROCESS) {
            interrupted = true;
        } else if (b < FIRST_COMMAND) {
            return text(b); // no command: the 0xFF before it was a stray byte
        }
        return b == IAC ? IAC : -1;
    }

    private int subnegotiation(int b) {
        subnegotiated++;
        boolean ends = state == State.SUBNEGOTIATION_AFTER_IAC && b == SE;
        if (ends || subnegotiated > MAX_SUBNEGOTIATION) {
            state = State.TEXT;
        } else {
            boolean escape = state == State.SUBNEGOTIATION && b == IAC;
            state = escape ? State.SUBNEGOTIATION_AFTER_IAC : State.SUBNEGOTIATION;
        }
        return -1;
    }

    private int option(ChannelHandlerContext ctx, int option) {
        state = State.TEXT;
        int answer = answerTo(ctx, option);
        if (answer >= 0 && ctx.channel().isWritable()) {
            ByteBuf all = answers == null ? ctx.alloc().directBuffer(ANSWER_BYTES) : answers;
            answers = all.writeByte(IAC).writeByte(answer).writeByte(option);
        }
        return -1;
    }

    private int answerTo(ChannelHandlerContext ctx, int option) {
        if (option == EchoOption.NUMBER && (command == DO || command == DONT)) {
            if (echo.isAsked()) {
                ctx.fireUserEventTriggered(command == DO ? Hiding.AGREED : Hiding.REFUSED);
            }
            return echo.received(command == DO);
        }
        return command == DO ? WONT : command == WILL ? DONT : -1;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof Echo wanted) {
            showOrHide(ctx, wanted);
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** Sent with what comes next, which may take a while when it is about to be shown again. */
    private void showOrHide(ChannelHandlerContext ctx, Echo wanted) {
        if (wanted != Echo.LINE_ENDED) {
            int command = echo.want(wanted == Echo.HIDE);
            if (command >= 0) {
                ctx.write(ctx.alloc()
                        .directBuffer(ANSWER_BYTES)
                        .writeByte(IAC)
                        .writeByte(command)
                        .writeByte(EchoOption.NUMBER));
            }
        } else if (echo.isOn()) {
            ctx.write(ctx.alloc().directBuffer(2).writeByte('\r').writeByte('\n'));
        }
        if (wanted == Echo.SHOW) {
            ctx.flush();
        }
    }
}

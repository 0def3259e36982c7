package chat.fuzz;

import chat.server.Terminal;
import chat.server.net.ChatCommandHandler;
import chat.server.session.Intake;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import java.util.ArrayList;
import java.util.List;

/** Hears lines in place of the one who would do what they say. */
final class LineListener extends ChannelInboundHandlerAdapter {
    private final Intake intake;
    private final List<String> lines = new ArrayList<>();
    private boolean interrupted;

    private LineListener(Intake intake) {
        this.intake = intake;
    }

    /** Listens from now on to a connection that has a session. */
    static LineListener at(Terminal terminal) {
        LineListener listener = new LineListener(terminal.session().intake());
        var pipeline = terminal.channel().pipeline();
        pipeline.addBefore(pipeline.context(ChatCommandHandler.class).name(), "listener", listener);
        return listener;
    }

    /** What was heard so far; {@link PlainLines#TOO_LONG} for what was refused. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Whether Ctrl-C was pressed, which is told once for each packet. */
    boolean interrupted() {
        return interrupted;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object line) {
        intake.taken();
        lines.add((String) line);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof TooLongFrameException)) {
            throw new AssertionError(cause);
        }
        intake.taken();
        lines.add(PlainLines.TOO_LONG);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        interrupted |= event.toString().equals("CTRL_C");
    }
}

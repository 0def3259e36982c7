package chat.server.net;

import chat.common.Limits;
import chat.common.PrintableText;
import chat.common.Request;
import chat.common.TaggedRequest;
import chat.common.event.Failure;
import chat.common.event.NamePrompt;
import chat.common.event.Tip;
import chat.server.command.Commands;
import chat.server.session.Ending;
import chat.server.session.Hiding;
import chat.server.session.Intake;
import chat.server.session.NameDeadline;
import chat.server.session.Pace;
import chat.server.session.Session;
import chat.server.session.Stage;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.TooLongFrameException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of every pipeline: turns lines into requests, and what happens to the channel into calls of its session. */
public final class ChatCommandHandler extends SimpleChannelInboundHandler<String> {
    private static final Logger LOG = LoggerFactory.getLogger(ChatCommandHandler.class);
    private static final Failure TOO_LONG = new Failure(
            Failure.Code.LINE_TOO_LONG,
            "That line was not sent: it is longer than " + Limits.MAX_LINE_BYTES
                    + " bytes. Please send it in several lines.");

    private final Session session;
    private final Commands commands;
    private final Duration nameTimeout;
    private @Nullable LastLines lastLines;

    ChatCommandHandler(Session session, Commands commands, Duration nameTimeout) {
        this.session = session;
        this.commands = commands;
        this.nameTimeout = nameTimeout;
    }

    /** The session of this channel. */
    public Session session() {
        return session;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        session.start();
        NameDeadline.begin(session, nameTimeout);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String line) {
        String clean = PrintableText.clean(line);
        if (ctx.channel().isActive()) {
            take(clean);
        } else {
            lastLine(clean);
        }
    }

    private void take(String line) {
        if (session.stage() == Stage.ENDED) {
            return;
        }
        session.intake().taken();
        session.out().readBegins();
        request(line);
        session.intake().pace().lineDone();
    }

    /** The connection is closed, so that nothing can be left in it to wait for its time. */
    private void lastLine(String line) {
        LastLines lines = lastLines;
        if (lines == null) {
            lines = new LastLines(session, last -> {
                take(last);
                session.intake().pace().readEnds();
            });
            lastLines = lines;
        }
        lines.add(line);
    }

    private void request(String line) {
        if (session.questions().awaitsLine()) {
            session.questions().answer(line);
        } else if (session.isProgram()) {
            programRequest(line);
        } else if (!line.isBlank()) {
            commands.run(session, Request.parse(line));
        } else if (session.stage() == Stage.UNNAMED) {
            session.send(new NamePrompt());
        }
    }

    private void programRequest(String line) {
        if (!line.isBlank()) { // else nothing was asked, so that nothing is answered
            TaggedRequest tagged = TaggedRequest.parse(line);
            session.tags().begin(tagged.tag());
            commands.run(session, tagged.request());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        session.out().readEnds();
        session.intake().pace().readEnds();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        session.out().writabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        Pace pace = session.intake().pace();
        if (event == Intake.THROW_AWAY) {
            LastLines lines = lastLines;
            if (lines != null) {
                lines.throwAway();
            }
        } else if (event instanceof Hiding answer) {
            session.questions().hidingAnswered(answer);
        } else if (event == InputEnded.WAITING) {
            InputEnded.begin(session);
        } else if (event instanceof ChannelInputShutdownEvent) {
            InputEnded.complete(session);
        } else if (event == TelnetFilter.Interrupt.CTRL_C && session.questions().awaitsLine()) {
            session.questions().giveUp();
        } else if (event == TelnetFilter.Interrupt.CTRL_C && session.out().isWritable() && !pace.hasFailedTooOften()) {
            pace.failed();
            session.send(new Tip("To leave, type /quit and press Enter."));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        LastLines lines = lastLines;
        if (lines == null) {
            session.end(Ending.CONNECTION_CLOSED);
        } else {
            lines.end();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            session.intake().taken();
            session.send(TOO_LONG);
            session.intake().pace().failed();
            session.intake().pace().lineDone();
        } else if (cause instanceof IOException) {
            LOG.debug("{}: {}", session.address(), cause.toString());
            ctx.close();
        } else {
            LOG.error("A request from {} failed", session.address(), cause);
            session.end(Ending.FAILED);
        }
    }
}

package chat.server.net;

import chat.server.command.Commands;
import chat.server.session.Feed;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.codec.string.StringEncoder;
import io.netty.util.CharsetUtil;

/**
 * Assembles every pipeline: first the door, then the tail that all doors share.
 *
 * <pre>
 *   TelnetFilter            the door of plain TCP: takes telnet's own bytes out
 *   LineDecoder             a LineBasedFrameDecoder: bytes become lines, while the session may be read from;
 *                           lines for many sessions, already encoded, enter the pipeline here
 *   StringDecoder           lines become text
 *   StringEncoder           answers become bytes
 *   ChatCommandHandler      text becomes requests
 * </pre>
 */
public final class ChatPipeline extends ChannelInitializer<Channel> {
    private final StringDecoder decoder = new StringDecoder(CharsetUtil.UTF_8);
    private final StringEncoder encoder = new StringEncoder(CharsetUtil.UTF_8);
    private final SessionRegistry registry;
    private final Feed feed;
    private final Commands commands;

    /**
     * Makes what all pipelines share.
     *
     * @param registry knows all sessions
     * @param feed delivers what rooms say
     * @param commands runs what people type
     */
    public ChatPipeline(SessionRegistry registry, Feed feed, Commands commands) {
        this.registry = registry;
        this.feed = feed;
        this.commands = commands;
    }

    @Override
    protected void initChannel(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        if (turnstile.admits(channel)) {
            pipeline.addLast(new TelnetFilter());
            addTail(pipeline, true);
        } else {
            pipeline.addLast(turnstile.refusal(channel));
        }
    }

    /** Adds what all doors end in; {@code bare} if the door before it leaves what is written as it is. */
    private void addTail(ChannelPipeline pipeline, boolean bare) {
        Session session = new Session(registry, feed);
        pipeline.addLast(new LineDecoder(session));
        session.connect(pipeline.lastContext(), bare);
        pipeline.addLast(decoder);
        pipeline.addLast(encoder);
        pipeline.addLast(new ChatCommandHandler(session, commands));
    }
}

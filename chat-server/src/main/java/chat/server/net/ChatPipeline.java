package chat.server.net;

import chat.server.command.Commands;
import chat.server.limit.Admission;
import chat.server.limit.ConnectionLimits;
import chat.server.net.tls.Certificates;
import chat.server.net.web.Web;
import chat.server.session.Arrival;
import chat.server.session.Feed;
import chat.server.session.Origin;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.codec.string.StringEncoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.CharsetUtil;
import io.netty.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Assembles every pipeline: first the door, then the tail that all doors share.
 *
 * <pre>
 *   HAProxyMessageDecoder   where a proxy connects: reads whom it speaks for,
 *   ProxyDoor               and lets the rest begin
 *   (TurnedAway              instead of all the rest, for who may not come in)
 *   TlsGate                 on the port of TLS: turns away who speaks something else
 *   SslHandler              encrypts,
 *   TlsDoor                 and lets the rest begin after the handshake
 *   TextGate                turns away who speaks something else
 *   TelnetFilter            takes telnet's own bytes out
 *   LineDecoder             a LineBasedFrameDecoder: bytes become lines, while the session may be read from;
 *                           lines for many sessions, already encoded, enter the pipeline here
 *   StringDecoder           lines become text
 *   StringEncoder           answers become bytes
 *   ChatCommandHandler      text becomes requests
 * </pre>
 *
 * <p>A browser meets another door in place of TextGate and TelnetFilter: first HTTP, see {@link Web#http}, and when its
 * WebSocket is open what turns frames into bytes of lines, see {@link Web#socket}.
 */
public final class ChatPipeline extends ChannelInitializer<Channel> {
    private static final StringDecoder DECODER = new StringDecoder(CharsetUtil.UTF_8);
    private static final StringEncoder ENCODER = new StringEncoder(CharsetUtil.UTF_8);

    private final SessionRegistry registry;
    private final Feed feed;
    private final Commands commands;
    private final Doors doors;
    private final @Nullable Certificates certificates;
    private final @Nullable Web web;

    /**
     * What all doors of a server share.
     *
     * @param signpost tells where the doors are
     * @param proxies who comes through a proxy
     * @param log keeps quiet about those who knock again and again
     * @param turnstile counts connections
     */
    public record Doors(Signpost signpost, Proxies proxies, QuietLog log, Turnstile turnstile) {
        /** Doors that everybody may come in at, without a proxy in front. */
        static Doors open() {
            QuietLog log = new QuietLog(System::nanoTime);
            Admission everybody = new Admission(ConnectionLimits.none(), System::nanoTime);
            return new Doors(new Signpost(), Proxies.none(), log, new Turnstile(everybody, log));
        }
    }

    /**
     * Makes what the pipelines of plain TCP share, with no proxy in front.
     *
     * @param registry knows all sessions
     * @param feed delivers what rooms say
     * @param commands runs what people type
     */
    public ChatPipeline(SessionRegistry registry, Feed feed, Commands commands) {
        this(registry, feed, commands, Doors.open(), null, null);
    }

    private ChatPipeline(
            SessionRegistry registry,
            Feed feed,
            Commands commands,
            Doors doors,
            @Nullable Certificates certificates,
            @Nullable Web web) {
        this.registry = registry;
        this.feed = feed;
        this.commands = commands;
        this.doors = doors;
        this.certificates = certificates;
        this.web = web;
    }

    /**
     * The same with other doors.
     *
     * @param doors see there
     * @return what the pipelines share
     */
    public ChatPipeline with(Doors doors) {
        return new ChatPipeline(registry, feed, commands, doors, certificates, web);
    }

    /**
     * The same behind TLS.
     *
     * @param certificates whom the server says it is
     * @return what the pipelines of TLS share
     */
    public ChatPipeline with(Certificates certificates) {
        return new ChatPipeline(registry, feed, commands, doors, certificates, web);
    }

    /**
     * The same for browsers.
     *
     * @param web what they are given
     * @return what the pipelines of browsers share
     */
    public ChatPipeline with(Web web) {
        return new ChatPipeline(registry, feed, commands, doors, certificates, web);
    }

    @Override
    protected void initChannel(Channel channel) {
        Arrival.isNow(channel);
        ChannelPipeline pipeline = channel.pipeline();
        boolean forwarded = web != null && web.forwarders().contains(channel);
        if (doors.proxies().contains(channel) && !forwarded) {
            pipeline.addLast(ProxyDoor.decoder());
            pipeline.addLast(new ProxyDoor(doors.log(), () -> addDoor(pipeline)));
        } else {
            addDoor(pipeline);
        }
    }

    /** Comes when it is known where the connection really comes from; of browsers behind a proxy, what that proxy is. */
    private void addDoor(ChannelPipeline pipeline) {
        Web browsers = web;
        if (browsers != null) {
            addPageDoor(pipeline, browsers);
            return;
        }
        Certificates tls = certificates;
        Turnstile.NoEntry refusal = doors.turnstile().refusal(pipeline.channel());
        if (refusal != null) {
            pipeline.addLast(doors.turnstile().turnAway(refusal.sentence(), tls == null));
        } else if (tls == null) {
            addTextDoor(pipeline, true);
        } else {
            Supplier<@Nullable Session> text = () -> addTextDoor(pipeline, false);
            pipeline.addLast(new TlsGate(doors.signpost(), doors.log(), () -> addTls(pipeline, tls, text)));
        }
    }

    private void addPageDoor(ChannelPipeline pipeline, Web browsers) {
        boolean forwarded = browsers.forwarders().contains(pipeline.channel());
        Turnstile turnstile = doors.turnstile();
        Turnstile.NoEntry refusal = forwarded
                ? turnstile.forwardedPageRefusal(pipeline.channel())
                : turnstile.pageRefusal(pipeline.channel());
        Certificates tls = certificates;
        if (refusal != null) {
            String response = Signpost.response("503 Service Unavailable", refusal.sentence());
            pipeline.addLast(turnstile.turnAway(response, tls == null || forwarded));
        } else if (tls == null) {
            pipeline.addLast(new PlainGate(doors.log()));
            addPage(pipeline, browsers, true);
        } else {
            Supplier<@Nullable Session> page = () -> {
                addPage(pipeline, browsers, false);
                return null; // it comes with the WebSocket
            };
            Runnable plain = () -> {
                if (forwarded) {
                    addPage(pipeline, browsers, true); // TLS ends at the proxy
                } else {
                    pipeline.addLast(Web.redirection(doors.signpost()::noBrowser));
                }
            };
            pipeline.addLast(new TlsGate(doors.signpost(), doors.log(), () -> addTls(pipeline, tls, page), plain));
        }
    }

    private Future<Channel> addTls(ChannelPipeline pipeline, Certificates tls, Supplier<@Nullable Session> open) {
        SslHandler handler = tls.newHandler(pipeline.channel().alloc());
        pipeline.addLast(handler);
        Origin.isEncrypted(pipeline.channel());
        pipeline.addLast(new TlsDoor(doors.log(), open));
        return handler.handshakeFuture();
    }

    /** Adds what is behind encryption, if there is any; {@code bare} if that leaves what is written as it is. */
    private Session addTextDoor(ChannelPipeline pipeline, boolean bare) {
        Session session = new Session(registry, feed);
        pipeline.addLast(new TextGate(doors.signpost(), doors.log()));
        LineDecoder decoder = new LineDecoder(session);
        pipeline.addLast(new TelnetFilter(decoder::thrownAway));
        return addTail(pipeline, session, decoder, bare);
    }

    private void addPage(ChannelPipeline pipeline, Web browsers, boolean bare) {
        pipeline.addLast(
                browsers.http(() -> addWebDoor(pipeline, bare), doors.log()::refused, doors.signpost()::noBrowser));
    }

    /** Comes when a browser has opened its WebSocket; only then it is somebody who counts. */
    private void addWebDoor(ChannelPipeline pipeline, boolean bare) {
        Turnstile.NoEntry refusal = doors.turnstile().refusal(pipeline.channel());
        if (refusal != null) {
            pipeline.addLast(new WebTurnedAway(refusal));
            return;
        }
        Turnstile.talks(pipeline.channel());
        Arrival.isNow(pipeline.channel()); // proxies use a connection for one person after the other
        Session session = new Session(registry, feed);
        LineDecoder decoder = new LineDecoder(session);
        pipeline.addLast(Web.socket(session::end, decoder::thrownAway));
        addTail(pipeline, session, decoder, bare);
        session.out().setWeb();
    }

    /** Adds what all doors end in. */
    private Session addTail(ChannelPipeline pipeline, Session session, LineDecoder decoder, boolean bare) {
        pipeline.addLast(decoder);
        session.connect(pipeline.lastContext(), bare);
        pipeline.addLast(DECODER);
        pipeline.addLast(ENCODER);
        pipeline.addLast(
                new ChatCommandHandler(session, commands, registry.limits().nameTimeout()));
        return session;
    }
}

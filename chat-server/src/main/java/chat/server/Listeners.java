package chat.server;

import chat.common.event.HistoryKept;
import chat.server.limit.Admission;
import chat.server.limit.ConnectionLimits;
import chat.server.moderation.Gate;
import chat.server.net.AcceptFailures;
import chat.server.net.ChatPipeline;
import chat.server.net.QuietLog;
import chat.server.net.Signpost;
import chat.server.net.Turnstile;
import chat.server.net.tls.Certificates;
import chat.server.net.tls.IdentityException;
import chat.server.net.tls.SelfSigned;
import chat.server.net.web.About;
import chat.server.net.web.Assets;
import chat.server.net.web.Web;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a server listens: for plain text, for TLS, for browsers. */
final class Listeners implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final int BACKLOG = 4096;

    private static final String OTHER_PAGE = "--web-port, or serve no page with --no-web";

    /** Lines are short; small reads bound what one read can make of them. */
    private static final int MAX_READ_BYTES = 4096;

    /**
     * How much the system keeps of what somebody sends and we do not read yet, in bytes. What it holds when they close has
     * to be taken at once, so it must not be megabytes.
     */
    private static final int RECEIVE_BUFFER = 32 * 1024;

    /** How many probes without an answer mean that a machine is gone. */
    private static final int PROBES = 4;

    private final ServerConfig config;
    private final EventLoopGroup loops;
    private final QuietLog log = new QuietLog(System::nanoTime);
    private final AcceptFailures failures = new AcceptFailures(System::nanoTime);
    private @Nullable Certificates certificates;
    private @Nullable Channel plain;
    private @Nullable Channel tls;
    private @Nullable Channel web;

    private Listeners(ServerConfig config, EventLoopGroup loops) {
        this.config = config;
        this.loops = loops;
    }

    /**
     * Listens wherever the configuration says, or nowhere.
     *
     * @throws IOException if it cannot listen there, or the certificate cannot be used; the message is for people
     */
    static Listeners open(ServerConfig config, EventLoopGroup loops, ChatPipeline pipeline, Gate gate)
            throws IOException {
        Listeners listeners = new Listeners(config, loops);
        try {
            listeners.open(pipeline, gate);
            return listeners;
        } catch (IOException e) {
            listeners.close();
            throw e;
        }
    }

    private void open(ChatPipeline pipeline, Gate gate) throws IOException {
        Signpost signpost = new Signpost();
        ConnectionLimits limits = config.limits().connections();
        Turnstile turnstile = new Turnstile(
                new Admission(limits, System::nanoTime),
                new Admission(limits.forPages(), System::nanoTime),
                log,
                gate::refusal);
        ChatPipeline doors = pipeline.with(new ChatPipeline.Doors(signpost, config.proxies(), log, turnstile));
        Optional<TlsConfig> encrypted = config.tls();
        if (encrypted.isPresent()) {
            certificates = certificates(encrypted.get());
            tls = listen(config.bind(), encrypted.get().port(), "--tls-port", doors.with(certificates));
        }
        if (encrypted.map(TlsConfig::plainToo).orElse(true)) {
            plain = listen(config.bind(), config.port(), "--port", doors);
        }
        if (config.web().isPresent()) {
            WebConfig page = config.web().get();
            ChatPipeline pages = doors.with(new Web(new Assets(about(page)), page.origins(), page.forwarders()));
            String bind = page.bind().isEmpty() ? config.bind() : page.bind();
            web = listen(bind, page.port(), OTHER_PAGE, certificates == null ? pages : pages.with(certificates));
        }
        signpost.doorsAre(port(plain), port(tls));
        signpost.pageIs(port(web), certificates != null);
    }

    /** What the page knows of the server before anybody has a name. */
    private About about(WebConfig page) {
        return new About(
                page.name(),
                config.store()
                        .map(store -> new HistoryKept(store.keep()).sentence())
                        .orElse(""));
    }

    private static Certificates certificates(TlsConfig tls) throws IOException {
        Clock clock = Clock.systemUTC();
        try {
            if (tls.selfSigned() && new SelfSigned().make(tls.files(), clock.instant())) {
                LOG.info(
                        "Made a key and a certificate: {} and {}",
                        tls.files().key(),
                        tls.files().certificate());
            }
            return Certificates.watch(tls.files(), clock);
        } catch (IdentityException e) {
            throw new IOException(
                    "Cannot use the TLS certificate in " + tls.files().certificate() + " with the key in "
                            + tls.files().key() + ": " + e.getMessage() + ".",
                    e);
        }
    }

    private static int port(@Nullable Channel listener) {
        return listener == null ? 0 : ((InetSocketAddress) listener.localAddress()).getPort();
    }

    private Channel listen(String bind, int port, String other, ChatPipeline pipeline) throws IOException {
        InetSocketAddress address = bind.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(bind, port);
        if (address.isUnresolved()) {
            throw new ListenException(bind, port, other, new UnknownHostException("there is no such address"));
        }
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(config.transport().serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true) // a lost network must not leave ghosts
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(64, 512, MAX_READ_BYTES))
                .handler(failures)
                .childHandler(pipeline);
        probes().forEach(bootstrap::childOption);
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new ListenException(bind, port, other, bound.cause());
        }
        return bound.channel();
    }

    /** So timed that who is gone is found out when the timeout is over. */
    private Map<ChannelOption<Integer>, Integer> probes() {
        int seconds = (int) config.limits().peerTimeout().toSeconds();
        return seconds == 0 ? Map.of() : config.transport().probes(seconds / 2, seconds / 8, PROBES);
    }

    /** Where plain text is spoken; empty if nowhere. */
    Optional<InetSocketAddress> plain() {
        return Optional.ofNullable(plain).map(channel -> (InetSocketAddress) channel.localAddress());
    }

    /** Where TLS is spoken; empty if nowhere. */
    Optional<InetSocketAddress> tls() {
        return Optional.ofNullable(tls).map(channel -> (InetSocketAddress) channel.localAddress());
    }

    /** Where the page is; empty if nowhere. */
    Optional<InetSocketAddress> web() {
        return Optional.ofNullable(web).map(channel -> (InetSocketAddress) channel.localAddress());
    }

    /** Whom the server says it is on the port of TLS; empty without one. */
    Optional<Certificates> certificates() {
        return Optional.ofNullable(certificates);
    }

    /** Accepts nobody any more. */
    void stop() {
        for (Channel listener : new Channel[] {plain, tls, web}) {
            if (listener != null) {
                listener.close().awaitUninterruptibly();
            }
        }
    }

    /** Stops, and lets go of everything; connections cannot use TLS any more. */
    @Override
    public void close() {
        stop();
        if (certificates != null) {
            certificates.close();
        }
    }
}

package chat.server;

import chat.server.net.tls.Certificates;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server says of itself in its log when it has started. */
final class Announcement {
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final ChatServer server;

    private Announcement(ChatServer server) {
        this.server = server;
    }

    /** Says where it listens, whom it says it is, and what an operator should know about that. */
    static void of(ChatServer server) {
        Announcement announcement = new Announcement(server);
        server.plainAddress().ifPresent(address -> announcement.listening("Listening", "telnet", address));
        server.tlsAddress()
                .ifPresent(address -> announcement.listening("Listening for TLS", "chat-client --tls", address));
        server.webAddress().ifPresent(announcement::page);
        server.certificates().ifPresent(Announcement::certificate);
        announcement.kept();
        if (server.tlsAddress().isEmpty()) {
            warnOfStrangers(server.address());
        }
    }

    private void kept() {
        server.config()
                .store()
                .ifPresentOrElse(
                        store -> LOG.info(
                                "Rooms and what is said are kept in {}",
                                store.directory().toAbsolutePath().normalize()),
                        () -> LOG.info("Nothing that is said here is kept on disk"));
    }

    private void listening(String how, String program, InetSocketAddress address) {
        LOG.info(
                "{} on port {} of {} ({}). {}",
                how,
                address.getPort(),
                isEverywhere() ? "all addresses" : NetUtil.toAddressString(address.getAddress()),
                server.config().transport(),
                joining(program, address));
    }

    private void page(InetSocketAddress address) {
        String scheme = server.certificates().isPresent() ? "https" : "http";
        InetAddress bound = address.getAddress();
        InetAddress target = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
        if (server.config()
                .web()
                .filter(page -> page.forwarders().contains(target))
                .isPresent()) {
            LOG.info(
                    "The page for browsers is on port {}, through the proxy: --web-forwarded-from says that only proxies"
                            + " connect from {}",
                    address.getPort(),
                    NetUtil.toAddressString(target));
            return;
        }
        if (bound.isAnyLocalAddress()) {
            String elsewhere = OwnAddress.find()
                    .map(own -> ", from other machines " + url(scheme, new InetSocketAddress(own, address.getPort())))
                    .orElse("");
            LOG.info("The page for browsers: {}://localhost:{}/{}", scheme, address.getPort(), elsewhere);
        } else {
            LOG.info("The page for browsers: {}", url(scheme, address));
        }
    }

    private static String url(String scheme, InetSocketAddress address) {
        return scheme + "://" + NetUtil.toSocketAddressString(address) + "/";
    }

    private boolean isEverywhere() {
        return server.config().bind().isEmpty();
    }

    /** Who connects from this machine comes from the address they connect to. */
    private String joining(String program, InetSocketAddress address) {
        InetAddress target = isEverywhere() ? InetAddress.getLoopbackAddress() : address.getAddress();
        if (server.config().proxies().contains(target)) {
            return "Join through the proxy, since --proxy-from says that only proxies connect from "
                    + NetUtil.toAddressString(target);
        }
        return "Join with: " + program + " " + (isEverywhere() ? "localhost" : NetUtil.toAddressString(target)) + " "
                + address.getPort();
    }

    private static void certificate(Certificates certificates) {
        LOG.info(
                "The TLS certificate is valid until {}; the fingerprint of its key is {}",
                certificates.validUntil(),
                certificates.fingerprint());
    }

    private static void warnOfStrangers(InetSocketAddress address) {
        Exposure.of(address.getAddress())
                .ifPresent(open -> LOG.warn(
                        "The whole internet can reach {}, and everything that is said travels unencrypted."
                                + " See --tls-port, or listen on another address with --bind",
                        open.getHostAddress()));
    }
}

package chat.server;

import chat.common.Limits;
import chat.common.net.Transport;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All flags of a server. */
final class ServerOptions {
    private static final Logger LOG = LoggerFactory.getLogger(ServerOptions.class);

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Listen on this port; 0 picks a free one. Default: " + Limits.DEFAULT_PORT + ".")
    private int port = Limits.DEFAULT_PORT;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Listen on this address only. Default: all addresses of this machine.")
    private String bind = "";

    @Option(names = "--loops", paramLabel = "N", description = "Use this many event loops. Default: one for each core.")
    private int loops = ServerConfig.defaults().loops();

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            description = "Move bytes with io_uring, epoll, kqueue or nio. Default: auto, the best that works here.")
    private String transport = "auto";

    @Option(
            names = "--require-tls-for-login",
            description = "Take passwords on encrypted connections and from this machine only.")
    private boolean tlsForLogin;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private ProxyOptions proxies = new ProxyOptions();

    @Mixin
    private WebOptions web = new WebOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /**
     * What the flags say.
     *
     * @throws ParameterException if a value makes no sense; the message is for people
     */
    ServerConfig config() {
        try {
            return new ServerConfig(
                    bind,
                    port,
                    loops,
                    chosenTransport(),
                    tls.config(),
                    proxies.proxies(),
                    limits.settings(),
                    store.settings(),
                    store.replay(),
                    tlsForLogin,
                    store.adminSocket(),
                    web.config());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--" + e.getMessage());
        }
    }

    /** Whether all limits are lifted. */
    boolean areLimitsLifted() {
        return limits.areLifted();
    }

    private Transport chosenTransport() {
        Transport chosen = Transport.named(transport)
                .orElseThrow(() -> new IllegalArgumentException(
                        "transport: " + transport + " (expected: auto, io_uring, epoll, kqueue or nio)"));
        Optional<String> obstacle = chosen.unavailable();
        if (obstacle.isEmpty()) {
            return chosen;
        }
        LOG.warn("{} does not work here ({}); using {} instead", chosen, obstacle.get(), Transport.best());
        return Transport.best();
    }
}

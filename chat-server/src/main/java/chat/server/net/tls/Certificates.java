package chat.server.net.tls;

import chat.common.net.Fingerprint;
import chat.common.net.TlsProfile;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate that new connections are shown: read from files, and read again when the files change. A pair that
 * cannot be used is said once, and the one before serves on; one that is not valid yet is served when its time comes.
 * Thread-safe.
 */
public final class Certificates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    /** How often the files are looked at, in seconds. A change counts when it is seen twice: at most double that. */
    private static final long LOOK_SECONDS = 5;

    /** How long the end of a connection may take to be sent, in milliseconds. */
    private static final long CLOSE_MILLIS = 1000;

    /** How many sessions may be taken up again without a whole handshake, and for how long, in seconds. */
    private static final int RESUMABLE = 1024;

    private static final int RESUMABLE_SECONDS = 3600;

    private final IdentityFiles files;
    private final Clock clock;
    private final ExecutorService handshakes;
    private final ScheduledExecutorService looks;
    private volatile Serving serving;
    private IdentityFiles.@Nullable Content changed;
    private IdentityFiles.@Nullable Content judged;
    private IdentityFiles.Content served;
    private String trouble = "";
    private @Nullable Identity early; // it was judged, and its time has not come
    private final Expiry expiry;

    private record Serving(Identity identity, SslContext context) {}

    private Certificates(IdentityFiles files, Clock clock) throws IdentityException {
        this.files = files;
        this.clock = clock;
        IdentityFiles.Content content = files.read();
        this.expiry = new Expiry(files.certificate());
        this.judged = content;
        this.served = content;
        this.serving = serving(inTime(Identity.of(content)));
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.handshakes = Executors.newFixedThreadPool(threads, new DefaultThreadFactory("tls-handshake", true));
        this.looks = Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("tls-files", true));
    }

    /**
     * Reads the files, and looks at them again from time to time until closed.
     *
     * @param files where the certificate and its key are
     * @param clock tells what has expired
     * @return the certificates
     * @throws IdentityException if they cannot be used now
     */
    public static Certificates watch(IdentityFiles files, Clock clock) throws IdentityException {
        Certificates certificates = read(files, clock);
        certificates.expiry.look(certificates.validUntil(), clock.instant());
        certificates.looks.scheduleWithFixedDelay(certificates::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        return certificates;
    }

    /** Reads the files, and looks at them again when told to. */
    static Certificates read(IdentityFiles files, Clock clock) throws IdentityException {
        return new Certificates(files, clock);
    }

    private static Serving serving(Identity identity) throws IdentityException {
        try {
            SslContextBuilder builder = SslContextBuilder.forServer(identity.key(), identity.chain());
            return new Serving(
                    identity,
                    TlsProfile.apply(builder)
                            .sessionCacheSize(RESUMABLE)
                            .sessionTimeout(RESUMABLE_SECONDS)
                            .build());
        } catch (SSLException | IllegalArgumentException e) {
            throw new IdentityException("Java's TLS does not take it: " + e.getMessage(), e);
        }
    }

    /**
     * TLS for one connection, with what the files hold now. Signatures are made by threads of their own, so that many
     * handshakes do not keep an event loop from those who talk.
     *
     * @param allocator the channel's
     * @return a handler for the channel's pipeline
     */
    public SslHandler newHandler(ByteBufAllocator allocator) {
        SslHandler handler = new HandshakeAside(serving.context().newEngine(allocator), handshakes);
        handler.setCloseNotifyFlushTimeoutMillis(CLOSE_MILLIS);
        return handler;
    }

    /** The fingerprint of the key in use. */
    public Fingerprint fingerprint() {
        return serving.identity().fingerprint();
    }

    /** When the certificate in use expires. */
    public Instant validUntil() {
        return serving.identity().validUntil();
    }

    private Identity inTime(Identity identity) throws IdentityException {
        Instant now = clock.instant();
        if (now.isBefore(identity.validFrom()) || !now.isBefore(identity.validUntil())) {
            throw new IdentityException("it is valid from " + identity.validFrom() + " until " + identity.validUntil()
                    + ", and now it is " + now.truncatedTo(ChronoUnit.SECONDS));
        }
        return identity;
    }

    /**
     * Looks at the files once, which takes a while. Who replaces two files has a moment with one of them new, so a change
     * counts when it is seen for the second time.
     */
    public synchronized void look() {
        try {
            IdentityFiles.Content content = files.read();
            if (!trouble.isEmpty() && content.equals(served)) {
                LOG.info("The TLS certificate in {} is in order again", files.certificate());
            }
            trouble = "";
            boolean lasts = content.equals(changed);
            changed = content;
            if (lasts && !content.equals(judged)) {
                judged = content;
                judge(content);
            } else if (lasts && early != null && !clock.instant().isBefore(early.validFrom())) {
                Identity due = early;
                early = null; // whatever becomes of it
                use(due, content);
            }
        } catch (IdentityException e) {
            refused(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("Looking at {} failed", files, e);
        }
        expiry.look(validUntil(), clock.instant());
    }

    private void judge(IdentityFiles.Content content) throws IdentityException {
        early = null;
        Identity identity = Identity.of(content);
        if (clock.instant().isBefore(identity.validFrom())) {
            early = identity;
        }
        use(identity, content);
    }

    private void use(Identity identity, IdentityFiles.Content content) throws IdentityException {
        take(inTime(identity));
        served = content;
    }

    private void take(Identity identity) throws IdentityException {
        serving = serving(identity);
        LOG.info(
                "New connections see the new TLS certificate, valid until {}, key {}",
                identity.validUntil(),
                identity.fingerprint());
    }

    private void refused(String why) {
        if (!why.equals(trouble)) {
            trouble = why;
            LOG.warn(
                    "The TLS certificate in {} cannot be used: {}. The one before serves on; it is valid until {}",
                    files.certificate(),
                    why,
                    validUntil());
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
        handshakes.shutdown();
    }
}

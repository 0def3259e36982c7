package chat.server.net;

import chat.server.limit.Admission;
import chat.server.limit.Admission.Verdict;
import chat.server.limit.ConnectionLimits;
import chat.server.session.Origin;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts connections in and out, as soon as it is known where they really come from. Who may not come in costs no
 * session: they read one sentence, and are gone. Thread-safe.
 */
public final class Turnstile {
    /** Ends the counting of a connection on which pages are fetched. */
    private static final AttributeKey<Runnable> PAGE = AttributeKey.valueOf(Turnstile.class, "page");

    private final Admission admission;
    private final Admission pages;
    private final QuietLog log;
    private final Function<InetAddress, Optional<String>> banned;
    private final AtomicInteger lingering = new AtomicInteger();

    /**
     * Makes one for all doors.
     *
     * @param admission decides
     * @param log tells of those turned away
     */
    public Turnstile(Admission admission, QuietLog log) {
        this(admission, new Admission(ConnectionLimits.none(), System::nanoTime), log, address -> Optional.empty());
    }

    /**
     * The same where some addresses are banned, and browsers fetch pages.
     *
     * @param admission decides about the others
     * @param pages decides about connections on which a browser has not begun to talk
     * @param log tells of those turned away
     * @param banned what somebody from an address is told, if nobody from there may come in; does not wait
     */
    public Turnstile(
            Admission admission, Admission pages, QuietLog log, Function<InetAddress, Optional<String>> banned) {
        this.admission = admission;
        this.pages = pages;
        this.log = log;
        this.banned = banned;
    }

    /**
     * Why somebody may not come in.
     *
     * @param sentence as they read it
     * @param banned whether that is about them, and not about how many there are
     */
    record NoEntry(String sentence, boolean banned) {}

    /**
     * Why a connection may not come in; null if it may, and then it counts until it is closed, and its session, if it got one,
     * has ended.
     */
    @Nullable
    NoEntry refusal(Channel channel) {
        InetAddress address = address(channel);
        if (address == null) {
            return null;
        }
        Optional<String> ban = banned.apply(address);
        if (ban.isPresent()) {
            log.refused(channel, "it is banned");
            return new NoEntry(ban.get(), true);
        }
        Verdict verdict = admission.enter(address);
        if (verdict == Verdict.ADMITTED) {
            channel.closeFuture().addListener((ChannelFutureListener)
                    closed -> whenNothingIsLeft(channel, () -> admission.leave(address)));
            return null;
        }
        log.refused(channel, verdict.reason());
        return new NoEntry(verdict.sentence(), false);
    }

    /**
     * Why a browser may not fetch anything by a connection; null if it may, and then that counts until the connection is
     * closed or {@link #talks}. Browsers open several for one page, which are none of the people's.
     */
    @Nullable
    NoEntry pageRefusal(Channel channel) {
        InetAddress address = address(channel);
        return address == null ? null : page(channel, pages.enter(address), () -> pages.leave(address));
    }

    /** The same for a proxy for browsers, which opens as many for all of them as they would themselves. */
    @Nullable
    NoEntry forwardedPageRefusal(Channel channel) {
        return page(channel, pages.enterForOthers(), pages::leaveForOthers);
    }

    private @Nullable NoEntry page(Channel channel, Verdict verdict, Runnable leave) {
        if (verdict == Verdict.ADMITTED) {
            channel.attr(PAGE).set(leave);
            channel.closeFuture().addListener((ChannelFutureListener) closed -> talks(channel));
            return null;
        }
        log.refused(channel, verdict.reason() + " for pages");
        return new NoEntry(verdict.sentence(), false);
    }

    /** Nothing more is fetched by a connection: somebody talks there. */
    static void talks(Channel channel) {
        Runnable leave = channel.attr(PAGE).getAndSet(null);
        if (leave != null) {
            leave.run();
        }
    }

    /** Where somebody really comes from; null if that is not the internet. */
    private static @Nullable InetAddress address(Channel channel) {
        return Origin.of(channel) instanceof InetSocketAddress origin ? origin.getAddress() : null;
    }

    private static void whenNothingIsLeft(Channel closed, Runnable task) {
        ChatCommandHandler chat = closed.pipeline().get(ChatCommandHandler.class);
        if (chat == null) {
            task.run();
        } else {
            chat.session().exit().whenTaken(task);
        }
    }

    /** What a connection gets that may not come in; {@code plain} if it reads plain text. */
    TurnedAway turnAway(String sentence, boolean plain) {
        return new TurnedAway(sentence, plain, lingering);
    }
}

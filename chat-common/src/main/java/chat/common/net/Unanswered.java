package chat.common.net;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollTcpInfo;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.channel.uring.IoUringTcpInfo;

/**
 * Asks the system how long the other side of a connection has owed an answer. A machine that is there answers what is
 * sent to it even if nobody on it reads; so who is merely slow owes nothing. One event loop's, since it reuses what the
 * answer is read into.
 */
public final class Unanswered {
    private final EpollTcpInfo epoll = new EpollTcpInfo();
    private final IoUringTcpInfo uring = new IoUringTcpInfo();

    /**
     * Looks at one connection.
     *
     * @param channel open, on the calling event loop
     * @return for how long the other side has not confirmed what was sent, in milliseconds; 0 if nothing is unconfirmed,
     *     or where the system does not tell
     */
    public long millis(Channel channel) {
        if (channel instanceof EpollSocketChannel socket) {
            socket.tcpInfo(epoll);
            return epoll.unacked() > 0 || epoll.probes() > 0 ? epoll.lastAckRecv() : 0;
        }
        if (channel instanceof IoUringSocketChannel socket) {
            socket.tcpInfo(uring);
            return uring.unacked() > 0 || uring.probes() > 0 ? uring.lastAckRecv() : 0;
        }
        return 0;
    }
}

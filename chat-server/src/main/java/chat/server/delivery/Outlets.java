package chat.server.delivery;

import chat.server.room.Room;
import chat.server.session.Feed;
import chat.server.session.LocalTimes;
import chat.server.session.Session;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All outlets: one for each room and each event loop on which the room has members now. Thread-safe. */
public final class Outlets implements Feed {
    private record Key(Room room, EventLoop loop) {}

    private final Map<Key, Outlet> outlets = new ConcurrentHashMap<>();

    /**
     * How an outlet works.
     *
     * @param slice how many members are written to before the loop does something else
     * @param replay how much of what was said before somebody sees who comes, in entries
     * @param times writes when that was
     */
    record Settings(int slice, int replay, LocalTimes times) {}

    private final Settings settings;

    /**
     * Begins without a room.
     *
     * @param replay how many lines of what was said before somebody sees who comes
     * @param times writes when that was
     */
    public Outlets(int replay, LocalTimes times) {
        this(new Settings(Outlet.SLICE, replay, times));
    }

    /** The same with other settings, for tests with few members. */
    Outlets(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Subscription subscribe(Session session, Room room) {
        Channel channel = session.out().channel();
        Key key = new Key(room, channel.eventLoop());
        return outlets.computeIfAbsent(
                        key, k -> new Outlet(room, k.loop, channel.alloc(), settings, () -> outlets.remove(key)))
                .add(session);
    }
}

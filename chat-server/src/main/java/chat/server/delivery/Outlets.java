package chat.server.delivery;

import chat.server.room.Room;
import chat.server.session.Feed;
import chat.server.session.Session;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All outlets: one for each room and each event loop on which the room has members now. Thread-safe. */
public final class Outlets implements Feed {
    private record Key(Room room, EventLoop loop) {}

    private final Map<Key, Outlet> outlets = new ConcurrentHashMap<>();

    private final int slice;

    /** Begins without a room. */
    public Outlets() {
        this(Outlet.SLICE);
    }

    /** The same with slices of another size, for tests with few members. */
    Outlets(int slice) {
        this.slice = slice;
    }

    @Override
    public Subscription subscribe(Session session, Room room) {
        Channel channel = session.out().channel();
        Key key = new Key(room, channel.eventLoop());
        return outlets.computeIfAbsent(
                        key, k -> new Outlet(room, k.loop, channel.alloc(), slice, () -> outlets.remove(key)))
                .add(session);
    }
}

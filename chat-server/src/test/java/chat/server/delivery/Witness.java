package chat.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.common.event.Message;
import chat.common.event.RoomEvent;
import chat.server.room.Entry;
import chat.server.session.Session;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A member of a {@link ManualRoom} who remembers what they read, and can say whether it was all and in order. */
final class Witness {
    private static final Pattern GAP = Pattern.compile("\\* (\\d+) messages? skipped");

    private final ManualRoom room;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final Channel channel;
    private String name;
    private long id;
    private int joinedAt = -1;
    private boolean leaving;
    private boolean frozen;

    Witness(ManualRoom room, int loop, String name) {
        this.room = room;
        this.name = name;
        this.channel = room.connect(loop, new SimpleChannelInboundHandler<ByteBuf>() {
            @Override
            public void channelActive(ChannelHandlerContext ctx) {
                type("/setname " + Witness.this.name);
            }

            @Override
            protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
                read.writeBytes(ByteBufUtil.getBytes(bytes));
            }
        });
    }

    /** Notes the moment from which everything must be read, if it has come. */
    void look() {
        if (joinedAt < 0) {
            room.session(name).ifPresent(session -> {
                joinedAt = room.history().size();
                id = session.id();
            });
        }
    }

    boolean isHere() {
        return joinedAt >= 0 && !leaving;
    }

    void say(String text) {
        if (!frozen) {
            type(text);
        }
    }

    void rename(String newName) {
        if (!frozen) {
            type("/setname " + newName);
            name = newName;
        }
    }

    void leave(boolean politely) {
        leaving = true;
        if (politely) {
            type("/quit");
        } else {
            channel.close();
        }
    }

    void hangUp() {
        channel.close();
    }

    /** Stops or starts reading: the server's side of the connection says that it is full. */
    void freeze(boolean freeze) {
        room.session(name).ifPresent(session -> {
            frozen = freeze;
            var waiting = session.out().channel().unsafe().outboundBuffer();
            if (waiting != null) {
                waiting.setUserDefinedWritability(1, !freeze);
            }
        });
    }

    /** Everything read so far. */
    List<String> lines() {
        return read.toString(UTF_8).lines().toList();
    }

    /** What people said and this one has read. */
    List<String> heard() {
        return lines().stream().filter(line -> line.contains(": text ")).toList();
    }

    String name() {
        return name;
    }

    Session session() {
        return room.session(name).orElseThrow();
    }

    private void type(String line) {
        channel.writeAndFlush(Unpooled.copiedBuffer(line + "\n", UTF_8));
    }

    /**
     * Goes through the room's history beside what was read.
     *
     * @param line the line of each entry
     * @param place where each line stands in the history
     * @return what is wrong, in a few words; empty if nothing is
     */
    String complaint(List<String> line, Map<String, Integer> place) {
        int expected = -1;
        long skipped = 0;
        for (String what : lines()) {
            Matcher gap = GAP.matcher(what);
            if (gap.matches()) {
                skipped += Long.parseLong(gap.group(1));
            } else if (place.containsKey(what)) {
                int at = place.get(what);
                int from = expected < 0 ? firstDue(at) : expected;
                if (expected >= 0 && at < expected) {
                    return name + " read again or too late: " + what;
                }
                long missing = missing(from, at);
                if (missing != skipped) {
                    return name + " missed " + missing + " messages, was told of " + skipped + ", before: " + what;
                }
                expected = at + 1;
                skipped = 0;
            }
        }
        if (!isHere()) {
            return "";
        }
        long missing = missing(expected < 0 ? joinedAt : expected, line.size());
        return missing == skipped ? "" : name + " missed the last " + missing + " messages";
    }

    /** Where reading has to begin: where the witness was seen to be in, unless it read something before that. */
    private int firstDue(int firstRead) {
        return joinedAt < 0 ? firstRead : Math.min(joinedAt, firstRead);
    }

    /** How many messages of others there are in a part of the history. */
    private long missing(int from, int to) {
        return room.history().subList(Math.min(from, to), to).stream()
                .filter(this::isForMe)
                .count();
    }

    private boolean isForMe(Entry entry) {
        RoomEvent event = entry.event();
        return event instanceof Message && entry.author() != id;
    }
}

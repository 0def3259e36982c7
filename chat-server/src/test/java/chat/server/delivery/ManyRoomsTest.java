package chat.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.event.Message;
import chat.server.room.Cursor;
import chat.server.room.Entry;
import chat.server.room.Room;
import chat.server.room.RoomLog;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People who go in and out of several rooms on several loops, and change the one they write to, in an order that a seed
 * decides: in each room everybody reads one order, nothing twice, and nothing of a room that they are not in. Every line
 * that is said tells in itself where it was said, and people also say what looks like a line of another room.
 */
class ManyRoomsTest {
    private static final int LOOPS = 3;
    private static final int SLICE = 2;
    private static final int PEOPLE = 18;
    private static final int STEPS = 6000;
    private static final List<String> ROOMS = List.of("lobby", "staff", "kitchen", "garden");

    /** The room in front if there is one, the author, where it was said, and the how-manieth of all it was. */
    private static final Pattern LINE =
            Pattern.compile("(?:\\[(\\w+)] )?(p\\d+): (?:\\[\\w+] p1: )?text (\\w+) (\\d+)");

    private static final Pattern CURRENT =
            Pattern.compile("You are in (\\w+)[ ,].*|What you type goes to (\\w+) now\\.|You have left \\w+\\. "
                    + "What you type goes to (\\w+)\\.|Name accepted.*");

    private final Random random = new Random();
    private int texts;

    /** Somebody who knows in which rooms they are: they do one thing after the other. */
    private static final class Person {
        private final String name;
        private final Channel channel;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final Set<String> in = new LinkedHashSet<>(List.of("lobby"));
        private String current = "lobby";

        Person(ManualRoom rooms, int loop, String name) {
            this.name = name;
            this.channel = rooms.connect(loop, new SimpleChannelInboundHandler<ByteBuf>() {
                @Override
                protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
                    read.writeBytes(ByteBufUtil.getBytes(bytes));
                }
            });
        }

        void type(String line) {
            channel.writeAndFlush(Unpooled.copiedBuffer(line + "\n", UTF_8));
        }

        List<String> lines() {
            return read.toString(UTF_8).lines().toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldGiveEachRoomOneOrder(long seed) {
        random.setSeed(seed);
        try (ManualRoom rooms = new ManualRoom(LOOPS, SLICE)) {
            List<Person> people = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> new Person(rooms, random.nextInt(LOOPS), "p" + i))
                    .toList();
            rooms.settle();
            people.forEach(person -> person.type("/setname " + person.name));
            rooms.settle();
            Map<String, List<String>> said = new HashMap<>();
            ROOMS.forEach(room -> begin(rooms, people.get(0), room, said));
            for (int i = 0; i < STEPS; i++) {
                step(rooms, people.get(random.nextInt(PEOPLE)));
            }
            rooms.settle();

            assertThat(said.values())
                    .allSatisfy(room ->
                            assertThat(room).hasSizeGreaterThan(STEPS / 40).doesNotHaveDuplicates());
            people.forEach(person -> verify(person, said));
        }
    }

    /** Makes a room that is not forgotten any more, and notes what is said there. */
    private static void begin(ManualRoom rooms, Person maker, String name, Map<String, List<String>> said) {
        if (!name.equals("lobby")) {
            maker.type("/join " + name);
            maker.type("hello");
            maker.type("/leave");
            rooms.settle();
        }
        List<String> here = new ArrayList<>();
        said.put(name, here);
        Room room = rooms.rooms().room(new RoomName(name));
        Cursor cursor = new Cursor(room.log());
        room.listen(() -> {
            RoomLog.Slice news = room.log().read(cursor, Long.MAX_VALUE);
            cursor.moveTo(news.to(), 0);
            for (Entry entry : news.entries()) {
                if (entry.event() instanceof Message message) {
                    here.add(message.from() + ": " + message.text());
                }
            }
        });
    }

    private void step(ManualRoom rooms, Person person) {
        String room = ROOMS.get(random.nextInt(ROOMS.size()));
        int what = random.nextInt(100);
        if (what < 45) {
            rooms.runOne(random);
        } else if (what < 85) {
            String forged = random.nextInt(5) == 0 ? "[" + room + "] p1: " : "";
            person.type(forged + "text " + person.current + " " + texts++);
        } else if (what < 91) {
            person.type("/join " + room);
            person.in.add(room);
            person.current = room;
        } else if (what < 95 && person.in.contains(room)) {
            person.type("/room " + room);
            person.current = room;
        } else if (what < 99 && person.in.size() > 1 && person.in.contains(room)) {
            person.type("/leave " + room);
            person.in.remove(room);
            if (person.current.equals(room)) {
                // joined last: the same order as the server's
                person.current = List.copyOf(person.in).get(person.in.size() - 1);
            }
        } else {
            rooms.timer().advance(random.nextInt(500));
        }
    }

    /** Follows what a person read, line by line: their own answers say where they were then. */
    private static void verify(Person person, Map<String, List<String>> said) {
        Map<String, Integer> next = new HashMap<>(); // in each room they are in: behind what they have read
        next.put("lobby", -1);
        String current = "lobby";
        for (String line : person.lines()) {
            Matcher answer = CURRENT.matcher(line);
            Matcher text = LINE.matcher(line);
            if (answer.matches()) {
                current = now(answer, current);
                next.putIfAbsent(current, -1);
                if (line.startsWith("You have left ")) {
                    next.remove(line.substring("You have left ".length(), line.indexOf('.')));
                }
            } else if (text.matches()) {
                String what = person + " reads: " + line;
                String shown = text.group(1) == null ? current : text.group(1);
                String bare = text.group(1) == null ? line : line.substring(line.indexOf(' ') + 1);
                assertThat(shown).as(what).isEqualTo(text.group(3));
                assertThat(next).as(what).containsKey(shown);
                int at = said.get(shown).indexOf(bare);
                assertThat(at).as(what).isGreaterThanOrEqualTo(Math.max(0, next.get(shown)));
                if (next.get(shown) >= 0) {
                    assertThat(said.get(shown).subList(next.get(shown), at))
                            .as("nothing missing before: %s", what)
                            .allMatch(missing -> missing.startsWith(person + ": "));
                }
                next.put(shown, at + 1);
            } else {
                assertThat(line).doesNotContain("text ");
            }
        }
    }

    private static String now(Matcher answer, String before) {
        for (int i = 1; i <= answer.groupCount(); i++) {
            if (answer.group(i) != null) {
                return answer.group(i);
            }
        }
        return before;
    }
}

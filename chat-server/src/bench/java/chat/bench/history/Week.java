package chat.bench.history;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What is said and done on a busy server in a week: most of it in the lobby, by a few of several hundred people. One message
 * in thirty names somebody, one in fifty is Chinese, and for twenty messages somebody comes or goes.
 */
final class Week {
    /** The rooms, the busiest first. */
    static final List<RoomName> ROOMS = IntStream.range(0, 12)
            .mapToObj(i -> i == 0 ? RoomName.LOBBY : new RoomName("room" + i))
            .toList();

    private static final long SEED = 20_261_122;
    private static final int PEOPLE = 400;
    private static final double MEDIAN_WORDS = 7;
    private static final double SPREAD = 0.8;
    private static final int MOST_WORDS = 120;
    private static final int CHINESE = 50;
    private static final int MENTION = 30;
    private static final int PRESENCE = 20;

    private final Random random = new Random(SEED);
    private final Language language = new Language(random);
    private final Zipf rooms = new Zipf(ROOMS.size());
    private final Zipf people = new Zipf(PEOPLE);

    Language language() {
        return language;
    }

    /** Somebody; the rank tells how much they say and how often they are named. */
    static UserName person(int rank) {
        return UserName.of("person" + rank);
    }

    /** The next message. */
    Message message() {
        RoomName room = ROOMS.get(rooms.next(random));
        return new Message(room, person(people.next(random)), text());
    }

    private String text() {
        double bell = random.nextGaussian();
        int length = (int) Math.max(1, Math.min(MOST_WORDS, MEDIAN_WORDS * Math.exp(SPREAD * bell)));
        if (random.nextInt(CHINESE) == 0) {
            return language.han(length * 2, random);
        }
        String sentence = language.sentence(length, random);
        return random.nextInt(MENTION) == 0 ? person(people.next(random)) + ": " + sentence : sentence;
    }

    /** Whether somebody comes or goes now. */
    boolean isSomebodyMoving() {
        return random.nextInt(PRESENCE) == 0;
    }

    /** Somebody comes or goes. */
    RoomEvent presence() {
        RoomName room = ROOMS.get(rooms.next(random));
        List<UserName> who = List.of(person(random.nextInt(PEOPLE)));
        return random.nextBoolean()
                ? new Presence(room, who, List.of(), List.of())
                : new Presence(room, List.of(), who, List.of());
    }
}

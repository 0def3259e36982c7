package chat.bench.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measures what history costs whoever asks for it. Ends with 1 if a bound is not kept. */
public final class HistoryMain {
    private static final int ROOMS = 10_000;
    private static final int STARTS = 5;
    private static final double START_BOUND_MILLIS = 500;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"(/history [^\"]*)\"");

    private final int messages;
    private final Stopwatch stopwatch;
    private final Path directory;

    private HistoryMain(int messages, int times, Path directory) {
        this.messages = messages;
        this.stopwatch = new Stopwatch(times);
        this.directory = directory;
    }

    /**
     * Measures.
     *
     * @param args how many messages, how often each question is asked
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("history");
        boolean kept;
        try {
            kept = new HistoryMain(Integer.parseInt(args[0]), Integer.parseInt(args[1]), directory).measure();
        } finally {
            delete(directory);
        }
        if (!kept) {
            print("A bound was not kept: each median below 100 ms, the start at most half a second longer.%n");
        }
        System.exit(kept ? 0 : 1);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private boolean measure() throws IOException, InterruptedException {
        Path weekly = directory.resolve("week");
        Path rooms = directory.resolve("rooms");
        Path empty = directory.resolve("empty");
        long begun = System.nanoTime();
        Week week = StoreFile.writeWeek(weekly, messages);
        print("%,d messages written and indexed in %.1f s: %,d bytes%n", messages, seconds(begun), size(weekly));
        try (ServerProcess server = new ServerProcess(weekly);
                Traffic traffic = new Traffic(server.port(), week)) {
            ask(server.port(), week);
            print("Meanwhile %,d messages were said.%n%n", traffic.said());
        }
        StoreFile.writeRooms(rooms, ROOMS, 30);
        print("%,d rooms of 30 messages: %,d bytes%n", ROOMS, size(rooms));
        boolean quick = starts(empty, weekly, rooms);
        try (ServerProcess server = new ServerProcess(rooms);
                Asker asker = new Asker(server.port())) {
            asker.send("/setname ann");
            stopwatch.time("/rooms", turn -> asker.ask("/rooms").replaceFirst(".*(\"more\":\\d+).*", "$1"));
        }
        return quick && !stopwatch.hasMissed();
    }

    private void ask(int port, Week week) throws IOException {
        print("%-38s %8s %8s %8s%n", "ms", "median", "p99", "most");
        stopwatch.time("connect, take a name, read the replay", turn -> {
            try (Asker asker = new Asker(port)) {
                asker.join("guest" + turn);
                return "";
            }
        });
        try (Asker asker = new Asker(port)) {
            asker.join(Week.person(20).toString());
            stopwatch.time("/join a room, read the replay", turn -> {
                asker.joinRoom("room1");
                return asker.ask("/leave room1");
            });
            for (int i = 1; i < Week.ROOMS.size(); i++) {
                asker.joinRoom(Week.ROOMS.get(i).value());
            }
            asker.ask("/room lobby");
            askForLines(asker);
            askForWords(asker, week.language());
        }
    }

    private void askForLines(Asker asker) throws IOException {
        stopwatch.time("/history", turn -> asker.ask("/history"));
        stopwatch.time("/history 100", turn -> asker.ask("/history 100"));
        stopwatch.time("/history 1000", turn -> asker.ask("/history 1000"));
        LocalDate day = LocalDate.now(ZoneId.systemDefault()).minusDays(3);
        stopwatch.time("/history since three days (1,000)", turn -> asker.ask("/history since " + day));
        String last = next(asker.ask("/history"), "");
        onAndOn(asker, "/history before ID, on and on", last);
        String first = last.replaceFirst("before ([^ ]*)-.*", "after $1-1");
        onAndOn(asker, "/history after ID, on and on (1,000)", first);
    }

    /** Asks for what follows each time, and from the start again when it is at the end. */
    private void onAndOn(Asker asker, String what, String first) throws IOException {
        String[] request = {first};
        stopwatch.time(what, turn -> {
            String answer = asker.ask(request[0]);
            request[0] = next(answer, first);
            return answer;
        });
    }

    private static String next(String answer, String otherwise) {
        Matcher next = NEXT.matcher(answer);
        return next.find() ? next.group(1) : otherwise;
    }

    private void askForWords(Asker asker, Language language) throws IOException {
        stopwatch.time("/search: the most frequent word", turn -> asker.ask("/search " + language.word(0)));
        stopwatch.time("/search: a frequent word", turn -> asker.ask("/search " + language.word(20 + turn)));
        stopwatch.time("/search: a rare word", turn -> asker.ask("/search " + language.word(29_000 + turn)));
        stopwatch.time(
                "/search: a frequent word and a rare one",
                turn -> asker.ask("/search " + language.word(turn) + " " + language.word(5_000 + turn)));
        stopwatch.time(
                "/search: three frequent words",
                turn -> asker.ask("/search " + language.word(10 + turn) + " " + language.word(20 + turn) + " "
                        + language.word(30 + turn)));
        stopwatch.time(
                "/search: a phrase of frequent words",
                turn -> asker.ask("/search \"" + language.word(1) + " " + language.word(turn) + " "
                        + language.word(2 + turn) + " " + language.word(3 + turn) + "\""));
        stopwatch.time("/search: no hit", turn -> asker.ask("/search nobodyeversaidthis"));
        stopwatch.time(
                "/search: what words begin with",
                turn -> asker.ask("/search " + language.word(4_000 + turn).substring(0, 3) + "*"));
        stopwatch.time("/search: two Chinese characters", turn -> asker.ask("/search " + Language.han(turn, turn / 2)));
        stopwatch.time("/mentions", turn -> asker.ask("/mentions"));
    }

    private boolean starts(Path empty, Path weekly, Path rooms) throws IOException {
        start(empty); // makes the file
        double[][] millis = new double[3][STARTS];
        for (int i = 0; i < STARTS; i++) {
            millis[0][i] = start(empty);
            millis[1][i] = start(weekly);
            millis[2][i] = start(rooms);
        }
        Arrays.stream(millis).forEach(Arrays::sort);
        double none = millis[0][0]; // the fastest is the one that other programs disturbed least
        double week = millis[1][0];
        double many = millis[2][0];
        print(
                "From the command to listening, the fastest of %d: %.0f ms with an empty file, %.0f with the week, %.0f with %,d rooms%n",
                STARTS, none, week, many, ROOMS);
        return week - none < START_BOUND_MILLIS;
    }

    private static double start(Path directory) throws IOException {
        try (ServerProcess server = new ServerProcess(directory)) {
            return server.startMillis();
        }
    }

    private static long size(Path directory) throws IOException {
        return Files.size(directory.resolve("chat.db"));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}

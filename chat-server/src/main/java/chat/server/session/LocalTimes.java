package chat.server.session;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments as people here read them: {@code 10:31}, with the date on any other day. Immutable, any thread. */
public final class LocalTimes {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * Begins.
     *
     * @param clock tells which day is today
     * @param zone where people are
     */
    public LocalTimes(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Writes a moment.
     *
     * @param millis since the epoch
     * @return the time, and the date if it is not today's
     */
    public String of(long millis) {
        ZonedDateTime moment = Instant.ofEpochMilli(millis).atZone(zone);
        return (moment.toLocalDate().equals(today()) ? TODAY : OTHER_DAY).format(moment);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}

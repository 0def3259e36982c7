package chat.server.session;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Writes moments as people here read them: {@code 10:31}, with the date on any other day. Immutable, any thread. */
public final class LocalTimes {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final int LONGEST_TIME = 5;

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

    /**
     * Reads a moment as people write it.
     *
     * @param text {@code 10:31}, the last time it was that; {@code 2026-11-20}; or {@code 2026-11-20 10:31}
     * @return the moment, if it is one
     */
    public Optional<Instant> parse(String text) {
        try {
            if (text.length() <= LONGEST_TIME) {
                LocalTime time = LocalTime.parse(text, TIME);
                ZonedDateTime today = today().atTime(time).atZone(zone);
                return Optional.of(
                        (today.toInstant().isAfter(clock.instant()) ? today.minusDays(1) : today).toInstant());
            }
            LocalDateTime moment =
                    text.indexOf(' ') < 0 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text, OTHER_DAY);
            return Optional.of(moment.atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}

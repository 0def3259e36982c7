package chat.server.doctor;

import chat.server.store.FileReport;
import chat.server.store.StoreException;
import chat.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The data directory, and the file in it. */
public final class FileChecks {
    private static final long LITTLE_BYTES = 100L << 20;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final StoreSettings settings;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    private FileChecks(StoreSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    /**
     * Looks at them.
     *
     * @param settings which, and how large it may become
     * @param now the time, which is compared with that of the newest entry
     * @return what came out
     */
    public static List<Finding> of(StoreSettings settings, Instant now) {
        return new FileChecks(settings, now).run();
    }

    private List<Finding> run() {
        Path data = settings.directory();
        if (isHidden(data)) {
            add(Finding.fail(
                    "data directory " + data + ": this user cannot look into it",
                    "run doctor as the server's user, or chown it"));
            return findings;
        }
        if (!Files.exists(data)) {
            add(Finding.ok("data directory " + data + ": is made at the first start"));
            return findings;
        }
        if (!Files.isDirectory(data)) {
            add(Finding.fail("data directory " + data + ": is no directory", "name another one with --data"));
            return findings;
        }
        directory(data);
        holder(data);
        if (Files.exists(data.resolve("chat.db"))) {
            file(data);
        } else {
            add(Finding.ok("chat.db: is made at the first start"));
            space(data, 0);
        }
        return findings;
    }

    /** Whoever may not look cannot say what is there, nor what is not. */
    private static boolean isHidden(Path data) {
        return Files.isDirectory(data)
                ? !Files.isReadable(data) || !Files.isExecutable(data)
                : !Files.exists(data) && !Files.notExists(data);
    }

    private void add(Finding finding) {
        findings.add(finding);
    }

    private void directory(Path data) {
        String what = "data directory " + data;
        if (!Files.isWritable(data)) {
            add(Finding.fail(what + ": this user cannot write there", "run doctor as the server's user, or chown it"));
            return;
        }
        try {
            PosixFileAttributes attributes = Files.readAttributes(data, PosixFileAttributes.class);
            Set<PosixFilePermission> permissions = attributes.permissions();
            String owner = attributes.owner().getName();
            if (permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
                add(Finding.warn(
                        what + ": every user of this machine can look into it",
                        "chmod 700 " + data + ", unless you mean that"));
            } else if (!owner.equals(System.getProperty("user.name"))) {
                add(Finding.warn(what + ": belongs to " + owner, "run doctor, and the server, as that user"));
            } else {
                add(Finding.ok(what + ": belongs to " + owner + " alone"));
            }
        } catch (IOException | UnsupportedOperationException e) {
            add(Finding.ok(what + ": can be written")); // no such permissions here
        }
    }

    private void holder(Path data) {
        try {
            Optional<String> holder = FileReport.holder(data);
            add(Finding.ok(holder.map(process -> "lock: a server is running (process " + process + ")")
                    .orElse("lock: no server is running")));
        } catch (IOException e) {
            add(Finding.fail("lock: cannot be looked at", "let this user write " + data.resolve("chat.lock")));
        }
    }

    private void file(Path data) {
        FileReport report;
        try {
            report = FileReport.of(data);
        } catch (StoreException e) {
            add(Finding.fail(String.valueOf(e.getMessage())));
            return;
        }
        add(Finding.ok("chat.db: " + megabytes(report.usedBytes()) + " in use, passes its integrity check"));
        version(report.version());
        space(data, report.usedBytes());
        report.newest().ifPresent(this::clock);
    }

    private void version(int version) {
        int known = FileReport.KNOWN_VERSION;
        if (version > known) {
            add(Finding.fail(
                    "schema: version " + version + ", and this program knows " + known, "start the newer server"));
        } else if (version < known) {
            add(Finding.warn(
                    "schema: version " + version + ", which the next start changes to " + known,
                    "nothing; a copy is made before"));
        } else {
            add(Finding.ok("schema: version " + version));
        }
    }

    private void space(Path data, long used) {
        long free = FileReport.usableBytes(data);
        long wanted = settings.keepBytes() - used;
        String what = "disk: " + megabytes(free) + " free";
        if (free < LITTLE_BYTES) {
            add(Finding.warn(what, "make room, or keep less with --keep and --keep-size"));
        } else if (settings.keepBytes() != 0 && free < wanted) {
            add(Finding.warn(
                    what + ", and --keep-size allows " + megabytes(wanted) + " more",
                    "choose a smaller --keep-size, or make room"));
        } else {
            add(Finding.ok(what));
        }
    }

    private void clock(Instant newest) {
        if (newest.isAfter(now.plus(CLOCKS_DIFFER))) {
            add(Finding.fail(
                    "clock: it is " + seconds(now) + ", and the newest entry is of " + seconds(newest),
                    "set the clock right; /history since and --keep go by it"));
        } else {
            add(Finding.ok("clock: " + seconds(now) + "; the newest entry is of " + seconds(newest)));
        }
    }

    private static Instant seconds(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", (bytes + (1 << 20) - 1) >> 20);
    }
}

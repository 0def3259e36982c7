package chat.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import chat.common.RoomName;
import chat.server.doctor.Finding.Level;
import chat.server.limit.LimitSettings;
import chat.server.net.Proxies;
import chat.server.net.tls.IdentityException;
import chat.server.net.tls.IdentityFiles;
import chat.server.net.tls.SelfSigned;
import chat.server.room.Drafts;
import chat.server.store.SqliteStore;
import chat.server.store.StoreException;
import chat.server.store.StoreSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says about what is wrong, and what to do about it. */
class DoctorTest {
    private static final long HEAP = 512L << 20;

    @TempDir
    private Path directory;

    private final Instant now = Instant.now();

    private StoreSettings settings() {
        return StoreSettings.in(directory.resolve("data"));
    }

    private SqliteStore open(InstantSource clock) throws StoreException {
        return SqliteStore.open(settings(), clock);
    }

    private static void assertFinding(List<Finding> findings, Level level, String what, String advice) {
        assertThat(findings)
                .anySatisfy(finding -> assertThat(finding.line(false))
                        .startsWith(level.toString())
                        .contains(what)
                        .contains(advice));
    }

    private static void assertFine(List<Finding> findings) {
        assertThat(findings).allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Level.OK));
    }

    @Test
    void shouldFindNothingWrongWithANewDirectory() {
        assertFine(FileChecks.of(settings(), now));
    }

    @Test
    void shouldFindAFileInOrder() throws StoreException {
        try (SqliteStore store = open(InstantSource.system())) {
            new Drafts(store, RoomName.LOBBY).say("ann", "hi").kept();
        }
        List<Finding> findings = FileChecks.of(settings(), Instant.now());
        assertFine(findings);
        assertFinding(findings, Level.OK, "passes its integrity check", "");
        assertFinding(findings, Level.OK, "schema: version ", "");
        assertFinding(findings, Level.OK, "lock: no server is running", "");
    }

    @Test
    void shouldSayThatAServerIsRunning() throws StoreException {
        try (SqliteStore store = open(InstantSource.system())) {
            assertThat(store.rooms()).isEmpty();
            List<Finding> findings = FileChecks.of(settings(), now);
            assertFinding(
                    findings,
                    Level.OK,
                    "lock: a server is running (process "
                            + ProcessHandle.current().pid() + ")",
                    "");
        }
    }

    @Test
    void shouldFindADamagedFile() throws IOException {
        try (SqliteStore store = open(InstantSource.system())) {
            Drafts lobby = new Drafts(store, RoomName.LOBBY);
            IntStream.range(0, 3000).forEach(i -> lobby.say("ann", "line " + i));
            lobby.kept();
        }
        try (RandomAccessFile file =
                new RandomAccessFile(settings().directory().resolve("chat.db").toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[8192]);
        }
        List<Finding> findings = FileChecks.of(settings(), now);
        assertFinding(findings, Level.FAIL, " cannot be trusted (", "put a backup in its place");
        assertThat(findings).extracting(finding -> finding.line(false)).noneMatch(line -> line.contains("***"));
    }

    @Test
    void shouldFindAClockThatWasSetBack() throws StoreException {
        try (SqliteStore store = open(() -> now.plus(Duration.ofHours(2)))) {
            new Drafts(store, RoomName.LOBBY).say("ann", "from the future").kept();
        }
        assertFinding(FileChecks.of(settings(), now), Level.FAIL, "clock: it is ", "set the clock right");
    }

    @Test
    void shouldFindADirectoryThatOthersCanRead() throws IOException {
        open(InstantSource.system()).close();
        Files.setPosixFilePermissions(settings().directory(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertFinding(FileChecks.of(settings(), now), Level.WARN, "every user of this machine", "chmod 700 ");
    }

    @Test
    void shouldSayNothingElseOfADirectoryThatThisUserMayNotLookInto() throws IOException {
        open(InstantSource.system()).close();
        Path data = settings().directory();
        for (Path hidden : List.of(data, directory)) {
            Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("---------"));
            try {
                assumeThat(Files.isReadable(hidden))
                        .as("this user may read everything")
                        .isFalse();
                assertThat(FileChecks.of(settings(), now))
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.line(false))
                                .startsWith("fail")
                                .contains("data directory " + data + ": this user cannot look into it"));
            } finally {
                Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    @Test
    void shouldFindTooLittleRoomForWhatIsToBeKept() {
        assertFinding(
                FileChecks.of(settings().withKeepBytes(1L << 60), now), Level.OK, "is made at the first start", "");
        assertThat(directory.resolve("data").toFile().mkdir()).isTrue();
        assertFinding(
                FileChecks.of(settings().withKeepBytes(1L << 60), now),
                Level.WARN,
                "--keep-size allows",
                "choose a smaller --keep-size");
    }

    @Test
    void shouldFindACertificateThatEnds() throws IdentityException, IOException {
        IdentityFiles files = new IdentityFiles(directory.resolve("cert.pem"), directory.resolve("key.pem"));
        assertFinding(CertificateChecks.of(files, false, now), Level.FAIL, "there is no file", "put a certificate");
        assertFine(CertificateChecks.of(files, true, now));
        new SelfSigned().make(files, now);
        assertFine(CertificateChecks.of(files, false, now));
        Duration life = Duration.ofDays(3650);
        assertFinding(
                CertificateChecks.of(files, false, now.plus(life).minus(Duration.ofDays(5))),
                Level.WARN,
                "valid from",
                "renew it");
        assertFinding(
                CertificateChecks.of(files, false, now.plus(life).plus(Duration.ofDays(5))),
                Level.FAIL,
                "valid from",
                "it has expired");
        Files.writeString(files.key(), "nothing");
        assertFinding(CertificateChecks.of(files, false, now), Level.FAIL, "certificate: ", "put a certificate");
    }

    @Test
    void shouldFindAPortThatIsTaken() throws IOException {
        PortChecks ports = new PortChecks("127.0.0.1", false, false);
        int port;
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
            assertFinding(
                    List.of(ports.of("--port", port)),
                    Level.FAIL,
                    "--port: port " + port + " is taken by another program",
                    "choose another port with --port");
        }
        assertFine(List.of(ports.of("--port", port), ports.of("--port", 0)));
        assertFinding(
                List.of(new PortChecks("no.such.host.invalid", false, false).of("--port", port)),
                Level.FAIL,
                "there is no address",
                "--bind");
    }

    @Test
    void shouldFindFlagsThatDoNotFit() {
        LimitSettings limits = LimitSettings.defaults().withMaxPendingBytes(64L << 20);
        assertFine(LimitChecks.of(limits, 20_000, HEAP, null, Proxies.none()));
        assertFinding(
                LimitChecks.of(limits, 824, HEAP, null, Proxies.none()),
                Level.WARN,
                "enough for 824 connections, and --max-connections is 10000",
                "ulimit -n");
        assertFinding(
                LimitChecks.of(limits.withMaxPendingBytes(1L << 30), 20_000, HEAP, null, Proxies.none()),
                Level.WARN,
                "--max-pending is 1024 MB",
                "-Xmx");
        assertFinding(
                LimitChecks.of(LimitSettings.none(), 20_000, HEAP, List.of("--line-rate"), Proxies.none()),
                Level.WARN,
                "--no-limits lifts --line-rate, too",
                "leave out");
        assertFinding(
                LimitChecks.of(limits, 20_000, HEAP, null, Proxies.at(List.of("0.0.0.0/0"))),
                Level.FAIL,
                "--proxy-from names all addresses",
                "your proxies only");
    }

    @Test
    void shouldLookAtTheMachine() {
        assertFine(MachineChecks.of(17, HEAP, ZoneOffset.UTC));
        assertFinding(MachineChecks.of(11, HEAP, ZoneOffset.UTC), Level.FAIL, "Java 11", "install Java 17");
        assertFinding(MachineChecks.of(17, 50L << 20, ZoneOffset.UTC), Level.WARN, "heap: 50 MB", "-Xmx");
    }

    @Test
    void shouldColourTheLevelOnly() {
        assertThat(Finding.fail("a file is damaged: put a backup in its place.").line(true))
                .isEqualTo("\u001b[31mfail\u001b[0m  a file is damaged — put a backup in its place");
    }
}

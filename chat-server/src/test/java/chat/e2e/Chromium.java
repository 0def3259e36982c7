package chat.e2e;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The system's Chromium, without a screen, with a profile that is gone afterwards. Nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> PROGRAMS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS = List.of(
            "/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver");
    private static final String MISSING =
            "Chromium and its driver are not installed. On Debian: apt-get install chromium"
                    + " chromium-driver; elsewhere CHROMIUM and CHROMEDRIVER say where they are.";

    private final Path profile;
    private final ChromeDriver driver;

    private Chromium(Path program, Path driver) throws IOException {
        profile = Files.createTempDirectory("chromium");
        ChromeOptions options = new ChromeOptions()
                .setBinary(program.toFile())
                .addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
                .addArguments("--no-first-run", "--disable-background-networking", "--disable-component-update")
                // a window that is behind another one is still looked at
                .addArguments("--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding")
                .addArguments("--lang=en-GB", "--window-size=1280,800", "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .withLogOutput(OutputStream.nullOutputStream())
                .build();
        this.driver = new ChromeDriver(service, options);
    }

    /** Starts it; where it is not installed the test is skipped, or fails if {@code -Dchromium.required} is given. */
    static Chromium start() {
        Optional<Path> program = find("CHROMIUM", PROGRAMS);
        Optional<Path> driver = find("CHROMEDRIVER", DRIVERS);
        if (program.isEmpty() || driver.isEmpty()) {
            return System.getProperty("chromium.required") == null ? abort(MISSING) : fail(MISSING);
        }
        try {
            return new Chromium(program.get(), driver.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find(String variable, List<String> places) {
        return Stream.concat(Stream.ofNullable(System.getenv(variable)), places.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * A real browser: one Chromium for a test class, and new windows for each test. A test fails if the browser complains in it:
 * about errors in the console, exceptions that nobody caught, or what the page's security policy forbids. What a failed test
 * showed is in {@code target/screenshots}.
 */
final class Browser
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final List<String> covers = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private Chromium chromium;
    private String blank;
    private String looksAt;
    private String test;

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = Chromium.start();
        blank = driver().getWindowHandle();
        looksAt = blank;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        expected.clear();
        test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
    }

    /** Opens the page of a server in a window of its own, as somebody does who has never been there. */
    Page opens(InetSocketAddress server) {
        return opens(server, "");
    }

    /** Opens a link into it, such as {@code #room=tea}. */
    Page opens(InetSocketAddress server, String link) {
        return opens("http://127.0.0.1:" + server.getPort() + "/" + link, 1280, 800);
    }

    /** Opens it on a telephone: narrow, and touched instead of pointed at. */
    Page opensOnPhone(InetSocketAddress server) {
        return opens("http://127.0.0.1:" + server.getPort() + "/", 390, 844);
    }

    private Page opens(String address, int width, int height) {
        driver().switchTo().newWindow(WindowType.WINDOW);
        looksAt = driver().getWindowHandle();
        Page page = new Page(this, looksAt, address);
        pages.put(looksAt, page);
        boolean phone = width < 600;
        driver().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
        driver().executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
        // each window is the one in front, for the page in it
        driver().executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        driver().get(address);
        return page;
    }

    /** Complaints that contain this are part of what is tested. */
    void expectsComplaint(String text) {
        expected.add(text);
    }

    /** What the browser has complained about since this was asked last. */
    List<String> complaints() {
        return StreamSupport.stream(
                        driver().manage().logs().get(LogType.BROWSER).spliterator(), false)
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> expected.stream().noneMatch(message::contains))
                .toList();
    }

    /** The driver, which looks at the window of a page from now on. */
    ChromeDriver at(String window) {
        if (!window.equals(looksAt)) {
            driver().switchTo().window(window);
            looksAt = window;
        }
        return driver();
    }

    /** Opens another tab in the same window, in front of the page: nobody sees it then, and the browser tells it so. */
    void covers(String window) {
        emulatesFocus(window, false);
        driver().switchTo().newWindow(WindowType.TAB);
        String tab = driver().getWindowHandle();
        covers.add(tab);
        driver().switchTo().window(window); // which brings it to the front
        driver().executeCdpCommand("Target.activateTarget", Map.of("targetId", tab));
    }

    /** Goes back to the tab of the page. */
    void uncovers(String window) {
        at(window).executeCdpCommand("Target.activateTarget", Map.of("targetId", window));
        emulatesFocus(window, true);
    }

    private void emulatesFocus(String window, boolean on) {
        at(window).executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", on));
    }

    /** Keeps what a window shows. */
    void screenshot(String window, String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), at(window).getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            screenshots();
            complaints().forEach(message -> System.out.println(test + ": the browser said: " + message));
        } else {
            List<String> complaints = complaints();
            if (!complaints.isEmpty()) {
                screenshots();
            }
            assertThat(complaints).as("what the browser complains about").isEmpty();
        }
    }

    private void screenshots() {
        int number = 0;
        for (String window : pages.keySet()) {
            screenshot(window, "failed-" + test + "-" + ++number);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        covers.forEach(tab -> driver().switchTo().window(tab).close());
        covers.clear();
        looksAt = "";
        for (String window : pages.keySet()) {
            at(window).close();
        }
        pages.clear();
        looksAt = "";
        at(blank);
        complaints(); // of pages that were left alone by a server that has been closed
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) {
            chromium.close();
        }
    }

    private ChromeDriver driver() {
        return chromium.driver();
    }
}

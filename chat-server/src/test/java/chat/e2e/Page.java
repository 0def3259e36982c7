package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** The page in one window, and what a person does with it and sees in it. Whatever is seen is waited for. */
final class Page {
    private static final String LINES = """
            const text = (line) => {
                const copy = line.cloneNode(true);
                copy.querySelectorAll('time').forEach((it) => it.remove());
                const author = copy.querySelector('.author');
                const name = author ? author.textContent : null;
                author?.remove();
                const rest = copy.textContent.trim();
                return name === null ? '* ' + rest : line.classList.contains('action') ? `* ${name} ${rest}` : `${name}: ${rest}`;
            };
            return [...document.querySelectorAll('#log .line')].map(text);
            """;

    private final Browser browser;
    private final String window;
    private final String address;

    Page(Browser browser, String window, String address) {
        this.browser = browser;
        this.window = window;
        this.address = address;
    }

    /** Fills in the name and the room, and waits until the conversation is there. */
    Page joins(String name, String room) {
        enters(name, room);
        awaits("#chat");
        awaits("the room", () -> title().equals("# " + room));
        return this;
    }

    Page joins(String name) {
        return joins(name, "lobby");
    }

    /** Fills in the name and the room, and goes, wherever that leads. */
    void enters(String name, String room) {
        WebElement field = awaits("#entry-name");
        field.clear();
        field.sendKeys(name);
        WebElement where = element("#entry-room");
        where.clear();
        where.sendKeys(room, Keys.ENTER);
    }

    /** Types a line where messages are typed, and sends it. */
    void says(String line) {
        types(line);
        presses(Keys.ENTER);
    }

    /** Types where messages are typed, and sends nothing. */
    void types(String text) {
        awaits("#input").sendKeys(text);
    }

    /** Presses keys, wherever the focus is. */
    void presses(CharSequence... keys) {
        new Actions(driver()).sendKeys(keys).perform();
    }

    /** Presses a key while Shift is held. */
    void pressesWithShift(CharSequence key) {
        new Actions(driver())
                .keyDown(Keys.SHIFT)
                .sendKeys(key)
                .keyUp(Keys.SHIFT)
                .perform();
    }

    /** What is typed and not sent. */
    String typed() {
        return element("#input").getAttribute("value");
    }

    /** Clicks. */
    void clicks(String selector) {
        awaits(selector).click();
    }

    /** Goes to a room or a person that is in the list. */
    void goesTo(String conversation) {
        clicks("[data-conversation='" + conversation + "']");
    }

    /** The conversation as far as it has rows: {@code ann: hello}, {@code * ann waves}, {@code * a notice}. */
    @SuppressWarnings("unchecked")
    List<String> lines() {
        return (List<String>) run(LINES);
    }

    /** Waits until somebody's words, or a notice, can be read. */
    void reads(String line) {
        awaitsThat("the conversation", this::lines, lines -> assertThat(lines).contains(line));
    }

    /** Waits until a line that contains this can be read, and tells the line. */
    String readsSomethingWith(String text) {
        awaitsThat(
                "the conversation",
                this::lines,
                lines -> assertThat(lines).anySatisfy(line -> assertThat(line).contains(text)));
        return lines().stream().filter(line -> line.contains(text)).findFirst().orElseThrow();
    }

    /** Who is in the room. */
    List<String> people() {
        return texts("#people-list li");
    }

    /** The rooms in the list, with what is unread. */
    List<String> rooms() {
        return texts("#room-list .conversation");
    }

    /** The private conversations in the list, with what is unread. */
    List<String> privates() {
        return texts("#person-list .conversation");
    }

    /** How it stands with the connection; empty while all is well. */
    String status() {
        return text("#connection");
    }

    /** What is said about the name, the room or the password. */
    String problem() {
        return text("#entry-problem");
    }

    /** Which conversation is looked at. */
    String title() {
        return text("#title");
    }

    /** The title of the tab. */
    String tabTitle() {
        return driver().getTitle();
    }

    /** The text of an element, whether it can be seen or not. */
    String text(String selector) {
        return (String) run("return document.querySelector(arguments[0])?.textContent ?? ''", selector);
    }

    /** The texts of all such elements, as they can be seen. */
    @SuppressWarnings("unchecked")
    List<String> texts(String selector) {
        return (List<String>) run(
                "return [...document.querySelectorAll(arguments[0])].map((it) => it.innerText.replace(/\\s+/g, ' ').trim())",
                selector);
    }

    /** An element that is there. */
    WebElement element(String selector) {
        return driver().findElement(By.cssSelector(selector));
    }

    /** An element, as soon as it can be seen. */
    WebElement awaits(String selector) {
        awaits(
                selector,
                () -> driver().findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed));
        return driver().findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow();
    }

    /** Waits for a condition. */
    void awaits(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Inbox.PATIENCE)
                .pollDelay(0, TimeUnit.MILLISECONDS)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(condition);
    }

    /** Waits until what is seen is as it is expected to be. */
    <T> void awaitsThat(String what, Callable<T> seen, Consumer<T> expectation) {
        Awaitility.await(what)
                .atMost(Inbox.PATIENCE)
                .pollDelay(0, TimeUnit.MILLISECONDS)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .untilAsserted(() -> expectation.accept(seen.call()));
    }

    /** Loads the page again. */
    void reloads() {
        driver().navigate().refresh();
    }

    /** Presses the browser's Back. */
    void goesBack() {
        driver().navigate().back();
    }

    /** Another tab comes in front of this one. */
    void isHidden() {
        browser.covers(window);
        awaits("that nobody sees it", () -> (Boolean) run("return document.hidden"));
    }

    /** Somebody looks at it again. */
    void isLookedAt() {
        browser.uncovers(window);
        awaits("that somebody sees it", () -> !(Boolean) run("return document.hidden"));
    }

    /** Goes to another site in the same tab. */
    void goesElsewhere() {
        driver().get("about:blank");
    }

    /** Opens what somebody sent a link to, in the same tab. */
    void follows(String link) {
        driver().get(address.replaceFirst("#.*", "") + link);
    }

    /** The person likes it light or dark. */
    void prefers(String scheme) {
        driver().executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Runs a script whenever the page is loaded again, before the page does. */
    void runsFirst(String script) {
        driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Runs a script in the page. */
    Object run(String script, Object... arguments) {
        return driver().executeScript(script, arguments);
    }

    /** Runs a script that calls its last argument with what it has found out. */
    Object runAsync(String script, Object... arguments) {
        return driver().executeAsyncScript(script, arguments);
    }

    /** Keeps what the window shows as {@code target/screenshots/NAME.png}. */
    void screenshot(String name) {
        browser.screenshot(window, name);
    }

    ChromeDriver driver() {
        return browser.at(window);
    }
}

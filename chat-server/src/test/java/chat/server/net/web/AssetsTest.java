package chat.server.net.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page is made of: small, all of it used, and nothing that the browser was told to refuse. */
class AssetsTest {
    private static final Path FOLDER = Path.of("src/main/resources/chat/web");
    private static final int MOST_BYTES = 150 * 1000;

    private final Assets assets = new Assets(new About("a \"name\" </script>", "kept"));

    static List<Path> texts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().matches(".*\\.(html|js|css|svg)"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void shouldHaveEveryFileThatIsThereAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> !file.equals("index.html")))
                    .containsExactlyInAnyOrderElementsOf(assets.files());
        }
    }

    @Test
    void shouldStaySmallOnTheWire() {
        assertThat(assets.zippedBytes()).isBetween(1000, MOST_BYTES);
    }

    @Test
    void shouldReferToFilesByAPathThatChangesWithTheirContents() {
        assertThat(assets.path("main.js")).matches("/[0-9a-f]{16}/main\\.js");
        assertThat(assets.find(assets.path("main.js")))
                .hasValueSatisfying(file -> assertThat(file.lasting()).isTrue());
        assertThat(assets.find("/main.js")).isEmpty();
        String page = page();
        assertThat(page)
                .contains("src=\"" + assets.path("main.js").substring(1) + "\"")
                .contains("href=\"" + assets.path("style.css").substring(1) + "\"");
    }

    @Test
    void shouldNotKeepThePageItself() {
        assertThat(List.of("/", "/about.json"))
                .allSatisfy(path ->
                        assertThat(assets.find(path).orElseThrow().lasting()).isFalse());
    }

    @Test
    void shouldTellAboutTheServer() {
        assertThat(assets.find("/about.json").orElseThrow().content().toString(UTF_8))
                .isEqualTo("{\"name\":\"a \\\"name\\\" </script>\",\"kept\":\"kept\"}\n");
    }

    @Test
    void shouldHaveNoScriptOrStyleWithinThePage() {
        String page = page();
        assertThat(page)
                .doesNotContainPattern("(?i)<script(?![^>]*\\bsrc=)")
                .doesNotContainPattern("(?i)<style")
                .doesNotContainPattern("(?i)\\sstyle=")
                .doesNotContainPattern("(?i)\\son[a-z]+=")
                .doesNotContainPattern("(?i)javascript:");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void shouldReferToNothingOfOthersAndWriteNoMarkup(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text)
                .doesNotContainPattern("(?i)\\b(src|href)=[\"']?(https?:)?//")
                .doesNotContainPattern("(?i)@import|url\\(\\s*[\"']?(https?:)?//")
                .doesNotContainPattern(
                        "\\b(innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval|new Function)\\b");
    }

    private String page() {
        return assets.find("/").orElseThrow().content().toString(UTF_8);
    }
}

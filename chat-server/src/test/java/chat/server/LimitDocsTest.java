package chat.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.Limits;
import chat.common.event.Goodbye;
import chat.server.limit.Admission.Verdict;
import chat.server.limit.ConnectionLimits;
import chat.server.session.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The page for operators lists the limits that there are, with the defaults and sentences that there are. */
class LimitDocsTest {
    private static final Path PAGE = Path.of("..", "docs", "operating.md");
    private static final String LIFTS_ALL = "--no-limits";
    private static final int FLAG = 1;
    private static final int DEFAULT = 2;

    private String section;

    @BeforeEach
    void read() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("\n## Limits\n");
        assertThat(start).isNotNegative();
        section = page.substring(start, page.indexOf("\n## ", start + 1));
    }

    static List<OptionSpec> flags() {
        return CommandSpec.forAnnotatedObject(new LimitOptions()).options();
    }

    static Stream<OptionSpec> limits() {
        return flags().stream().filter(flag -> !flag.longestName().equals(LIFTS_ALL));
    }

    @Test
    void shouldListExactlyTheFlagsThatThereAre() {
        List<String> listed = rows().map(row -> row.get(FLAG))
                .filter(flag -> flag.startsWith("--"))
                .toList();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        limits().map(OptionSpec::longestName).toList());
        assertThat(section).contains("`" + LIFTS_ALL + "`");
    }

    @ParameterizedTest
    @MethodSource("limits")
    void shouldGiveTheDefaultThatTheHelpGives(OptionSpec limit) {
        assertThat(String.join(" ", limit.description())).contains("Default: " + written(limit));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void shouldGiveTheDefaultThatHolds(OptionSpec limit) throws Exception {
        String written = written(limit);
        if (limit.converters().length == 1 && !written.contains(" ")) {
            assertThat(limit.converters()[0].convert(written)).isEqualTo(limit.initialValue());
        }
    }

    @Test
    void shouldGiveTheDefaultsThatDependOnTheMachine() {
        assertThat(section)
                .contains("| " + ConnectionLimits.defaults().most() + ", or fewer")
                .contains("| " + Limits.MAX_LINE_BYTES + " bytes |");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ADMITTED")
    void shouldQuoteWhatIsSaidToThoseWhoMayNotComeIn(Verdict verdict) {
        assertThat(section).contains("| `" + verdict.sentence() + "` |").contains(": " + verdict.reason() + "` |");
    }

    @ParameterizedTest
    @EnumSource
    void shouldQuoteEveryGoodbye(Goodbye.Reason reason) {
        assertThat(section).contains("`" + reason.line() + "` |");
    }

    @ParameterizedTest
    @EnumSource
    void shouldExplainWhatTheLogSaysOfThoseWhoLeave(Ending ending) {
        assertThat(section).contains("\n| `" + ending.words() + "` |");
    }

    private String written(OptionSpec limit) {
        return rows().filter(row -> row.get(FLAG).equals(limit.longestName()))
                .map(row -> row.get(DEFAULT))
                .findFirst()
                .orElseThrow();
    }

    /** The cells of each row of the first table, without the quotes around flags. */
    private Stream<List<String>> rows() {
        return section.substring(section.indexOf("| limit |"))
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Stream.of(line.substring(1).split("\\|"))
                        .map(cell -> cell.strip().replaceAll("^`|`$", ""))
                        .toList());
    }
}

package chat.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.config.Setting;
import chat.client.packaging.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/** The page about the client and its command line say the same. */
class ClientDocsTest {
    private static final Path PAGE = Path.of("..", "docs", "client.md");

    private final CommandSpec command = ChatClientMain.commandLine(Map.of()).getCommandSpec();
    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(PAGE);
    }

    @Test
    void shouldListExactlyTheOptionsThatThereAre() {
        Set<String> described = new TreeSet<>();
        table("option").forEach(row -> {
            Matcher flag = Pattern.compile("`(--?[A-Za-z-]+)`").matcher(row.get(0));
            while (flag.find()) {
                described.add(flag.group(1));
            }
        });
        assertThat(described).isEqualTo(new TreeSet<>(Options.of(command)));
    }

    @Test
    void shouldListEverySettingWithItsVariableAndKey() {
        List<String> described = table("option").stream()
                .filter(row -> !row.get(1).isEmpty())
                .map(row -> row.get(1) + row.get(2))
                .toList();
        List<String> settings = Set.of(Setting.values()).stream()
                .map(setting -> "`" + setting.variable() + "``" + setting.key() + "`")
                .toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(settings);
    }

    @Test
    void shouldListTheExitCodes() {
        assertThat(table("code").stream().map(row -> row.get(0)).toList())
                .isEqualTo(List.copyOf(command.usageMessage().exitCodeList().keySet()));
    }

    @Test
    void shouldNameEverySettingInTheHelp() {
        String help = String.join(" ", command.usageMessage().footer());
        for (Setting setting : Setting.values()) {
            assertThat(help).contains(setting.variable()).containsPattern("\\b" + setting.key() + "[,. ]");
        }
    }

    /** The cells of the rows of the table whose first column has a heading. */
    private List<List<String>> table(String heading) {
        int start = page.indexOf("| " + heading + " |");
        assertThat(start).as("a table of each " + heading).isNotNegative();
        return page.substring(start)
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> List.of(line.substring(1).split("\\|")).stream()
                        .map(String::strip)
                        .toList())
                .toList();
    }
}

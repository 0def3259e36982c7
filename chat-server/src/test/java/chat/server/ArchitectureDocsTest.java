package chat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever looks for something by docs/architecture.md finds it. */
class ArchitectureDocsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern FILE = Pattern.compile("`([\\w./-]+\\.(?:java|sql))`");

    @Test
    void shouldNameFilesThatExist() throws IOException {
        Path page = ROOT.resolve("docs/architecture.md");
        assumeTrue(Files.exists(page));
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (String row : Files.readAllLines(page)) {
            Path folder = ROOT;
            for (MatchResult match : FILE.matcher(row).results().toList()) {
                named++;
                Path file = resolve(folder, match.group(1));
                folder = file.getParent();
                if (!Files.isRegularFile(file)) {
                    missing.add(row);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).as("how many files the page names").isGreaterThan(100);
    }

    /** Without a folder it is beside the one before. */
    private static Path resolve(Path folder, String name) {
        return name.contains("/") ? ROOT.resolve(name) : folder.resolve(name);
    }
}

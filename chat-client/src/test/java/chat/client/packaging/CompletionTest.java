package chat.client.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.ChatClientMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** The completion that the build makes, in the shells that read it. */
class CompletionTest {
    /** Asks as a shell does when Tab is pressed behind the last word. In zsh, bashcompinit makes arrays begin at 0 likewise. */
    private static final String ASK = """
            . "$COMPLETION"
            if [ -n "$ZSH_VERSION" ]; then emulate sh; fi
            COMP_WORDS=("$@")
            COMP_CWORD=$(( $# - 1 ))
            COMP_LINE="$*"
            COMP_POINT=${#COMP_LINE}
            _complete_chat-client 2>/dev/null # compopt wants to be called by a shell that completes
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void shouldOfferEveryOption(String shell) throws IOException, InterruptedException {
        List<String> offered = complete(shell, "chat-client", "--");
        for (OptionSpec option :
                ChatClientMain.commandLine(Map.of()).getCommandSpec().options()) {
            assertThat(offered).contains(option.longestName());
            if (option.negatable()) {
                assertThat(offered).contains(ManPage.opposite(option.longestName()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void shouldOfferWhatAnOptionTakes(String shell) throws IOException, InterruptedException {
        assertThat(complete(shell, "chat-client", "--color", "")).containsExactlyInAnyOrder("auto", "always", "never");
        assertThat(complete(shell, "chat-client", "--theme", "")).contains("dark", "light");
        assertThat(complete(shell, "chat-client", "--color", "al")).containsExactly("always");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void shouldOfferTheLoadGenerator(String shell) throws IOException, InterruptedException {
        assertThat(complete(shell, "chat-client", "be")).containsExactly("bench");
        assertThat(complete(shell, "chat-client", "bench", "--me")).containsExactly("--members");
    }

    private List<String> complete(String shell, String... words) throws IOException, InterruptedException {
        Shell.assumeThereIs(shell);
        Path completion = directory.resolve("chat-client");
        Files.writeString(completion, Completion.of(ChatClientMain.commandLine(Map.of())));
        Path script = Files.writeString(
                directory.resolve("ask"),
                shell.equals("zsh") ? "autoload -U +X compinit && compinit -u -D\n" + ASK : ASK);
        String[] command = new String[words.length + 2];
        command[0] = shell;
        command[1] = script.toString();
        System.arraycopy(words, 0, command, 2, words.length);
        return Shell.run(Map.of("COMPLETION", completion.toString()), command)
                .lines()
                .map(String::strip)
                .toList();
    }
}

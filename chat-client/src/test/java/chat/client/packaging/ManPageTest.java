package chat.client.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.ChatClientMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ManPageTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"chat-client", "chat-client-bench"})
    void shouldNameEveryOptionAndExitCode(String name) {
        CommandSpec command = command(name);
        String page = ManPage.of(command);
        for (OptionSpec option : command.options()) {
            for (String flag : option.names()) {
                assertThat(page).contains("\\fB" + flag.replace("-", "\\-") + "\\fR");
            }
            if (option.negatable()) {
                assertThat(page)
                        .contains(
                                "\\fB" + ManPage.opposite(option.longestName()).replace("-", "\\-") + "\\fR");
            }
        }
        command.usageMessage()
                .exitCodeList()
                .forEach((code, meaning) -> assertThat(page).contains("\\fB" + code + "\\fR\n" + meaning));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat-client", "chat-client-bench"})
    void shouldBeAPageThatGroffHasNothingToSayAbout(String name) throws IOException, InterruptedException {
        Path page = Files.writeString(directory.resolve(name + ".1"), ManPage.of(command(name)));
        Shell.assumeThereIs("groff");
        assertThat(Shell.run(Map.of(), "groff", "-man", "-ww", "-z", "-Tutf8", page.toString()))
                .isEmpty();
        String shown = Shell.run(Map.of(), "groff", "-man", "-Tascii", "-P-c", page.toString());
        assertThat(shown.replaceAll(".\\x08", "")) // bold is struck twice
                .contains("SYNOPSIS", name.replace("-bench", " bench"), "--help", "EXIT STATUS");
    }

    private static CommandSpec command(String name) {
        CommandSpec client = ChatClientMain.commandLine(Map.of()).getCommandSpec();
        return name.endsWith("-bench") ? client.subcommands().get("bench").getCommandSpec() : client;
    }
}

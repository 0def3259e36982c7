package chat.client.packaging;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the shells offer when Tab is pressed. Made by picocli, with what it leaves out: options taken back. */
final class Completion {
    private Completion() {}

    /** A script for bash, which zsh reads as well. */
    static String of(CommandLine command) {
        String script = AutoComplete.bash(command.getCommandName(), command);
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (option.negatable()) {
                String flag = "'" + option.longestName() + "'";
                script = script.replace(flag, flag + " '" + ManPage.opposite(option.longestName()) + "'");
            }
        }
        return script;
    }
}

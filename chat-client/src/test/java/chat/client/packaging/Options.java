package chat.client.packaging;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that a command takes, as they are typed. */
public final class Options {
    private Options() {}

    /**
     * All of them.
     *
     * @param command whose
     * @return each way to write each, also that which takes an option back
     */
    public static List<String> of(CommandSpec command) {
        List<String> flags = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            if (option.hidden()) {
                continue;
            }
            flags.addAll(List.of(option.names()));
            if (option.negatable()) {
                flags.add(opposite(option.longestName()));
            }
        }
        return flags;
    }

    /** What takes an option back: {@code --bell} for {@code --no-bell}. */
    static String opposite(String option) {
        return option.startsWith("--no-") ? "--" + option.substring(5) : "--no-" + option.substring(2);
    }
}

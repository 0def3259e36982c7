package chat.client.console;

import chat.client.console.OwnCommand.RefusedException;
import chat.common.NearestWord;
import java.util.List;
import java.util.Locale;

/** The table of own commands. */
final class OwnCommands {
    private final List<OwnCommand> table;

    OwnCommands(Bell bell, Transcript transcript, Surface surface) {
        table = List.of(
                new HelpCommand(this::table, surface.remembers()),
                new AwayBellCommand(bell),
                new BellCommand(bell),
                new ThemeCommand(surface),
                new SaveCommand(transcript),
                new ClearCommand(surface));
    }

    List<OwnCommand> table() {
        return table;
    }

    /** Whether a line is for this table. */
    static boolean isOwn(String line) {
        return line.startsWith("//");
    }

    /**
     * Runs a line.
     *
     * @param line begins with two slashes
     * @return a sentence; may be empty
     * @throws RefusedException with a sentence if it cannot be done
     */
    String run(String line) throws RefusedException {
        String[] parts = line.substring(2).strip().split("\\s+", 2);
        String verb = parts[0].toLowerCase(Locale.ROOT);
        for (OwnCommand command : table) {
            if (command.verb().equals(verb)) {
                return command.run(parts.length == 1 ? "" : parts[1]);
            }
        }
        String nearest =
                NearestWord.to(verb, table.stream().map(OwnCommand::verb).toList());
        throw new RefusedException("There is no command " + parts(verb) + "; did you mean //" + nearest
                + "? //help lists them. To say something that begins with //, put /all in front.");
    }

    private static String parts(String verb) {
        return "//" + (verb.length() <= 20 ? verb : verb.substring(0, verb.offsetByCodePoints(0, 10)) + "...");
    }
}

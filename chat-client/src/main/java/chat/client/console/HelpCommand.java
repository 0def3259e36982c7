package chat.client.console;

import java.util.List;
import java.util.function.Supplier;

/** {@code //help}: what this program can do by itself. */
final class HelpCommand implements OwnCommand {
    private static final String KEYS = """

            Tab completes. Up and Down bring back what you typed, Ctrl-R searches it. \
            Ctrl-C clears the line; twice, it leaves, as does Ctrl-D.""";

    private static final String MORE = """

            /cmd lists the commands of the server. To say something that begins with //, type /all //...""";

    private final Supplier<List<OwnCommand>> table;
    private final boolean editing;

    /**
     * Makes it.
     *
     * @param editing whether the line being typed can be edited
     */
    HelpCommand(Supplier<List<OwnCommand>> table, boolean editing) {
        this.table = table;
        this.editing = editing;
    }

    @Override
    public String verb() {
        return "help";
    }

    @Override
    public String usage() {
        return "//help";
    }

    @Override
    public String summary() {
        return "lists the commands of this program";
    }

    @Override
    public String run(String argument) {
        List<OwnCommand> commands = table.get();
        int width = commands.stream().mapToInt(c -> c.usage().length()).max().orElse(0);
        StringBuilder text = new StringBuilder("Commands of this program:");
        for (OwnCommand command : commands) {
            String padding = " ".repeat(width - command.usage().length());
            text.append("\n  ")
                    .append(command.usage())
                    .append(padding)
                    .append("  ")
                    .append(command.summary());
        }
        return text + (editing ? KEYS : "") + MORE;
    }
}

package chat.common.event;

import java.io.IOException;
import java.util.List;

/**
 * Every command there is. People read them in groups.
 *
 * @param commands in the order of the command table
 */
public record CommandList(List<CommandHelp> commands) implements Event {
    /** Copies the list, so that the event never changes. */
    public CommandList {
        commands = List.copyOf(commands);
    }

    @Override
    public void writeText(TextLines out) {
        int width = commands.stream().mapToInt(c -> c.usage().length()).max().orElse(0);
        out.line("Commands (/cmd NAME explains one):");
        for (CommandGroup group : CommandGroup.values()) {
            List<CommandHelp> listed = commands.stream()
                    .filter(command -> CommandGroup.of(command) == group)
                    .toList();
            if (!listed.isEmpty()) {
                out.line(group.heading() + ":");
                write(listed, width, out);
            }
        }
    }

    private static void write(List<CommandHelp> commands, int width, TextLines out) {
        for (CommandHelp command : commands) {
            String padding = " ".repeat(width - command.usage().length());
            out.add("  ")
                    .add(command.usage())
                    .add(padding)
                    .add("  ")
                    .add(command.summary())
                    .end();
        }
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("commands").addObjects("commands", commands, CommandHelp::write);
    }

    static CommandList read(JsonObject in) {
        return new CommandList(in.objects("commands", CommandHelp::read));
    }
}

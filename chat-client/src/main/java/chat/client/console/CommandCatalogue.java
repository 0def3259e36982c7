package chat.client.console;

import chat.common.event.CommandHelp;
import chat.common.event.CommandList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands of the server in use, for completion. Thread-safe. */
final class CommandCatalogue {
    /** What every server knows. */
    private static final List<CommandHelp> ORIGINAL = List.of(
            new CommandHelp("/all TEXT", "says TEXT to everyone in the room", "", ""),
            new CommandHelp("/private NAME TEXT", "writes TEXT to NAME alone", "", ""),
            new CommandHelp("/allusers", "lists who is in the room", "", ""),
            new CommandHelp("/setname NAME", "takes a name, or changes yours", "", ""),
            new CommandHelp("/cmd [COMMAND]", "lists the commands, or explains one", "", ""),
            new CommandHelp("/quit", "leaves", "", ""));

    private volatile List<CommandHelp> commands = ORIGINAL;

    void set(CommandList list) {
        commands = list.commands();
    }

    /** Back to what every server knows. */
    void reset() {
        commands = ORIGINAL;
    }

    List<CommandHelp> commands() {
        return commands;
    }

    /** The verb of a command, with its slash. */
    static String verb(CommandHelp command) {
        return words(command)[0];
    }

    /**
     * What a command takes at a place.
     *
     * @param verb with its slash, in any case
     * @param index of the parameter, from 0
     * @return a word in capitals: {@code NAME}
     */
    Optional<String> parameter(String verb, int index) {
        return commands.stream()
                .filter(command -> verb(command).equals(alias(verb.toLowerCase(Locale.ROOT))))
                .map(CommandCatalogue::words)
                .filter(words -> index + 1 < words.length)
                .map(words -> words[index + 1].replaceAll("[^A-Z]", ""))
                .findFirst();
    }

    /** A server tells its aliases in words for people only. */
    private static String alias(String verb) {
        return switch (verb) {
            case "/msg" -> "/private";
            case "/nick" -> "/setname";
            case "/help" -> "/cmd";
            default -> verb;
        };
    }

    private static String[] words(CommandHelp command) {
        return command.usage().strip().split("\\s+");
    }
}

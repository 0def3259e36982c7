package chat.client.console;

import chat.common.UserName;
import chat.common.event.CommandHelp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the word before the cursor may become. Thread-safe. */
final class Completions {
    private final CommandCatalogue catalogue;
    private final Roster roster;
    private final Supplier<List<OwnCommand>> own;

    Completions(CommandCatalogue catalogue, Roster roster, Supplier<List<OwnCommand>> own) {
        this.catalogue = catalogue;
        this.roster = roster;
        this.own = own;
    }

    /**
     * One way to go on.
     *
     * @param word what stands there then
     * @param about what it is, in half a sentence; may be empty
     */
    record Choice(String word, String about) {
        Choice(String word) {
            this(word, "");
        }
    }

    /** Where the word before the cursor begins. */
    static int wordStart(String line) {
        return Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t')) + 1;
    }

    /**
     * All choices, in the order to show them.
     *
     * @param line what stands before the cursor
     */
    List<Choice> of(String line) {
        int start = wordStart(line);
        String word = line.substring(start);
        List<String> before = words(line.substring(0, start));
        return choices(before, word)
                .filter(choice -> lower(choice.word()).startsWith(lower(word)))
                .toList();
    }

    private Stream<Choice> choices(List<String> before, String word) {
        if (before.isEmpty()) {
            return firstWord(word);
        }
        String verb = before.get(0);
        if (verb.startsWith("//")) {
            return before.size() == 1 ? ownArguments(verb) : Stream.empty();
        }
        Optional<String> parameter =
                verb.startsWith("/") ? catalogue.parameter(verb, before.size() - 1) : Optional.empty();
        return switch (parameter.orElse("TEXT")) {
            case "NAME" -> names("", "");
            case "COMMAND" -> verbs().map(c -> new Choice(c.word().substring(1), c.about()));
            case "ROOM" -> roster.rooms().stream().map(room -> new Choice(room.toString()));
            default -> word.startsWith("@") ? names("@", "") : Stream.empty();
        };
    }

    private Stream<Choice> firstWord(String word) {
        if (word.startsWith("//")) {
            return own.get().stream().map(command -> new Choice("//" + command.verb(), command.summary()));
        }
        if (word.startsWith("/")) {
            return verbs();
        }
        return word.startsWith("@") ? names("@", "") : names("", ":");
    }

    private Stream<Choice> verbs() {
        List<Choice> verbs = new ArrayList<>();
        for (CommandHelp command : catalogue.commands()) {
            verbs.add(new Choice(CommandCatalogue.verb(command), command.summary()));
        }
        return verbs.stream();
    }

    private Stream<Choice> ownArguments(String verb) {
        return own.get().stream()
                .filter(command -> verb.equalsIgnoreCase("//" + command.verb()))
                .flatMap(command -> command.arguments().stream())
                .map(Choice::new);
    }

    private Stream<Choice> names(String before, String behind) {
        return roster.names().stream().map(UserName::toString).map(name -> new Choice(before + name + behind));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

package chat.server.command;

import chat.common.event.CommandHelp;
import java.util.ArrayList;
import java.util.List;

/**
 * What the table knows of a command: how it is typed, who may type it, and how it is explained. Help and the checks
 * before a command runs are made from it. Immutable.
 */
public final class Syntax {
    private static final List<String> REST = List.of("TEXT", "[TEXT]", "[WHICH]", "[PASSWORD]");

    private final String verb;
    private final List<String> parameters;
    private final List<String> aliases = new ArrayList<>();
    private final int required;
    private final boolean hasRest;
    private Permission permission = Permission.NAMED;
    private Speech speech = Speech.NONE;
    private boolean ownerIfLocked;
    private String lobbyRefusal = "";
    private boolean forPrograms;
    private int asksBelow;
    private String summary = "";
    private String rule = "";
    private String details = "";
    private String example = "";
    private String shown = "";

    private Syntax(String verb, List<String> parameters) {
        this.verb = verb;
        this.parameters = parameters;
        this.hasRest = parameters.stream().anyMatch(REST::contains);
        this.required =
                (int) parameters.stream().filter(p -> !p.startsWith("[")).count();
    }

    /**
     * Begins to describe a command. The parameters are written as a person reads them: words in capitals, optional ones
     * in brackets, and at the end {@code TEXT}, {@code WHICH} or {@code PASSWORD} for the rest of the line. A command without parameters
     * ignores what follows it.
     *
     * @param usage how it is typed: {@code /private NAME TEXT}
     * @param summary what it does, in half a sentence
     * @param example how somebody would type it
     * @return what can be built
     */
    static Builder of(String usage, String summary, String example) {
        List<String> words = words(usage, Integer.MAX_VALUE);
        Syntax syntax = new Syntax(words.get(0).substring(1), words.subList(1, words.size()));
        syntax.summary = summary;
        syntax.example = example;
        return new Builder(syntax);
    }

    /** To whom a command writes, so that who is muted may not use it. */
    enum Speech {
        /** To nobody. */
        NONE,
        /** To the current room, if it has arguments. */
        ROOM,
        /** To somebody alone. */
        PRIVATE
    }

    /** Describes what not every command has. */
    static final class Builder {
        private final Syntax syntax;

        private Builder(Syntax syntax) {
            this.syntax = syntax;
        }

        /** Another verb for the same. */
        Builder alias(String verb) {
            syntax.aliases.add(verb);
            return this;
        }

        /** Who may use it; unless this is said, who has a name. */
        Builder needs(Permission permission) {
            syntax.permission = permission;
            return this;
        }

        /** May be used by somebody who has no name yet. */
        Builder evenUnnamed() {
            return needs(Permission.ANYBODY);
        }

        /** In a locked room only who looks after it may use it. */
        Builder ownerIfLocked() {
            syntax.ownerIfLocked = true;
            return this;
        }

        /** Nobody may use it in the lobby, for the reason in the sentence. */
        Builder notInLobby(String sentence) {
            syntax.lobbyRefusal = sentence;
            return this;
        }

        /** Writes to others. */
        Builder speaks(Speech speech) {
            syntax.speech = speech;
            return this;
        }

        /** How people are told to type it, if the parameters do not say that well: {@code /forget me}. */
        Builder shownAs(String usage) {
            syntax.shown = usage;
            return this;
        }

        /** Asks for a password if fewer words than that follow it. */
        Builder asksBelow(int words) {
            syntax.asksBelow = words;
            return this;
        }

        /** Is of no use to somebody at a terminal, whose list of commands it stays out of. */
        Builder forPrograms() {
            syntax.forPrograms = true;
            return this;
        }

        /** What the arguments must be, in a sentence; said when they are not, too. */
        Builder rule(String sentence) {
            syntax.rule = sentence;
            return this;
        }

        /** What else is good to know, in a sentence. */
        Builder details(String sentence) {
            syntax.details = sentence;
            return this;
        }

        Syntax build() {
            return syntax;
        }
    }

    /** What is typed behind the slash. */
    public String verb() {
        return verb;
    }

    /** Other verbs for the same. */
    List<String> aliases() {
        return aliases;
    }

    /** Who may use it. */
    public Permission permission() {
        return permission;
    }

    /** To whom it writes. */
    Speech speech() {
        return speech;
    }

    /** Whether in a locked room only who looks after it may use it. */
    boolean ownerIfLocked() {
        return ownerIfLocked;
    }

    /** Why nobody may use it in the lobby; empty if some may. */
    String lobbyRefusal() {
        return lobbyRefusal;
    }

    /** Whether it takes a password, behind it or asked for. */
    boolean takesPassword() {
        return asksBelow > 0;
    }

    /**
     * Whether somebody who types it expects to be asked for a password, so that their next line may be one.
     *
     * @param arguments what followed the verb
     */
    boolean asks(String arguments) {
        return asksBelow > 0 && words(arguments, Integer.MAX_VALUE).size() < asksBelow;
    }

    /** Whether people at a terminal are better off without it in their list. */
    boolean isForPrograms() {
        return forPrograms;
    }

    /** How it is typed: {@code /private NAME TEXT}. */
    public String usage() {
        if (!shown.isEmpty()) {
            return shown;
        }
        return parameters.isEmpty() ? "/" + verb : "/" + verb + " " + String.join(" ", parameters);
    }

    /** The explanation that {@code /cmd} gives. */
    public CommandHelp help() {
        List<String> sentences = new ArrayList<>(4);
        sentences.add(rule);
        sentences.add(details);
        sentences.add(permission.hint());
        if (!aliases.isEmpty()) {
            sentences.add("/" + String.join(" and /", aliases) + (aliases.size() == 1 ? " is" : " are") + " the same.");
        }
        sentences.removeIf(String::isEmpty);
        return new CommandHelp(usage(), summary, String.join(" ", sentences), example);
    }

    /** What somebody reads who got the arguments wrong. */
    String expectation() {
        return "Please type " + usage() + ", for example: " + example + (rule.isEmpty() ? "" : "  (" + rule + ")");
    }

    /**
     * Takes the arguments of a request apart.
     *
     * @param arguments what followed the verb
     * @return one for each word of the parameters, an optional one only if it was given
     * @throws BadArguments if some are missing, or there are more words than parameters
     */
    List<String> split(String arguments) throws BadArguments {
        if (parameters.isEmpty()) {
            return List.of();
        }
        List<String> given = words(arguments, hasRest ? parameters.size() : Integer.MAX_VALUE);
        if (given.size() < required || given.size() > parameters.size()) {
            throw new BadArguments();
        }
        return given;
    }

    /** The words of a text, the last of them with all the rest if there would be more than {@code most}. */
    private static List<String> words(String text, int most) {
        if (most == 1) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        List<String> words = new ArrayList<>(2);
        int end;
        for (int begin = afterBlanks(text, 0); begin < text.length(); begin = afterBlanks(text, end)) {
            end = words.size() + 1 < most ? afterWord(text, begin) : text.length();
            words.add(text.substring(begin, end));
        }
        return words;
    }

    private static int afterBlanks(String text, int i) {
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int afterWord(String text, int i) {
        while (i < text.length() && !isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The words after a verb are not what its command takes. */
    static final class BadArguments extends Exception {
        private static final long serialVersionUID = 1;

        private final String sentence;

        BadArguments() {
            this("");
        }

        /**
         * Something in particular is wrong.
         *
         * @param sentence what
         */
        BadArguments(String sentence) {
            super(null, null, false, false);
            this.sentence = sentence;
        }

        /** What is wrong, with a blank behind it; empty if the usage says that well enough. */
        String sentence() {
            return sentence.isEmpty() ? "" : sentence + " ";
        }
    }
}

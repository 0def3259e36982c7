package chat.client.console;

import java.util.List;

/** A command to this program rather than to the server. */
interface OwnCommand {
    /** What is typed behind the two slashes: {@code theme}. */
    String verb();

    /** How it is typed: {@code //theme dark|light|mono|auto}. */
    String usage();

    /** What it does, in half a sentence. */
    String summary();

    /** What Tab offers behind the verb. */
    default List<String> arguments() {
        return List.of();
    }

    /**
     * Does it.
     *
     * @param argument what was typed behind the verb, without the blanks around it; empty for nothing
     * @return a sentence for the person; empty if there is nothing to say
     * @throws RefusedException if it cannot be done
     */
    String run(String argument) throws RefusedException;

    /** Why a command cannot be done, and what was expected, as a sentence. */
    final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        RefusedException(String sentence) {
            super(sentence);
        }
    }
}

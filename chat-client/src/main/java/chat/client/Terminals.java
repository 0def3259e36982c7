package chat.client;

import java.io.Console;

/** Whether a person sits in front of this program. */
final class Terminals {
    private Terminals() {}

    /** Whether both the input and the output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // later versions of Java are asked
    static boolean isInteractive() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** Asks the person, who answers with a line; an empty one if there is no more input. */
    @SuppressWarnings("SystemConsoleNull") // later versions of Java are asked
    static String ask(String question) {
        Console console = System.console();
        String answer = console == null ? null : console.readLine("%s", question);
        return answer == null ? "" : answer;
    }

    /** Up to Java 21 there is a console only if there is a terminal; later ones have to be asked. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}

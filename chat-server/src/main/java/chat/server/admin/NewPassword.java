package chat.server.admin;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A password from whoever types this command: twice at a terminal, which does not show it; else the first line. */
final class NewPassword {
    private NewPassword() {}

    @SuppressWarnings("SystemConsoleNull") // later versions of Java are asked
    static String read() throws IOException {
        Console console = System.console();
        String password = console == null || !isTerminal(console) ? firstLine() : ask(console);
        if (password == null || password.isEmpty()) {
            throw new IOException("No password was given, and nothing has changed.");
        }
        return password;
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

    private static @Nullable String firstLine() throws IOException {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }

    private static String ask(Console console) throws IOException {
        char[] password = console.readPassword("New password: ");
        char[] again = console.readPassword("Once more: ");
        if (!Arrays.equals(password, again)) {
            throw new IOException("Those were two different passwords, and nothing has changed.");
        }
        return password == null ? "" : new String(password);
    }
}

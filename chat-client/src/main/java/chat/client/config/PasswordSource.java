package chat.client.config;

import chat.client.link.Password;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the password of the name comes from: a file, or the environment. No message ever has it in it. */
final class PasswordSource {
    /** The password itself. */
    static final String VARIABLE = "CHAT_PASSWORD";

    /** Nobody's password is longer, in characters; a file that begins with a longer line is another one. */
    private static final int LONGEST = 1024;

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private PasswordSource() {}

    /**
     * Finds it: the flag counts more than the environment, and that more than the file.
     *
     * @param variables the environment
     * @return the password; null if there is none
     * @throws WrongSettingException if it cannot be had, or there is no name that it belongs to
     */
    static @Nullable Password find(Layers layers, Map<String, String> variables) throws WrongSettingException {
        Optional<Given> file = layers.find(Setting.PASSWORD_FILE);
        String variable = variables.getOrDefault(VARIABLE, "");
        int place = layers.strongest(Setting.PASSWORD_FILE);
        boolean inVariable = !variable.isEmpty() && place > 0;
        if (inVariable && place == 1) {
            throw new WrongSettingException(
                    VARIABLE + " and " + Setting.PASSWORD_FILE.variable() + " are both set (expected: one of them)");
        }
        if (!inVariable && file.isEmpty()) {
            return null;
        }
        String where = inVariable ? VARIABLE : file.orElseThrow().where();
        if (layers.find(Setting.NAME).isEmpty()) {
            throw new WrongSettingException(
                    where + " needs the name that the password belongs to: add --name NAME, or set CHAT_NAME.");
        }
        return inVariable ? new Password(variable.toCharArray()) : read(file.orElseThrow());
    }

    private static Password read(Given given) throws WrongSettingException {
        try {
            Path path = Path.of(given.value());
            if (isReadByOthers(path)) {
                throw new WrongSettingException(given.where() + ": others can read " + path + ", so it is not used."
                        + " Please type: chmod 600 " + path);
            }
            return firstLine(path, given);
        } catch (InvalidPathException e) {
            throw given.wrong("a file whose first line is the password");
        } catch (NoSuchFileException e) {
            throw given.wrong("a file that is there, and whose first line is the password");
        } catch (CharacterCodingException e) {
            throw given.wrong("a text file in UTF-8");
        } catch (IOException e) {
            throw given.wrong("a file that can be read");
        }
    }

    /** Pipes, which a shell makes for one process, are nobody else's. */
    private static boolean isReadByOthers(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view != null
                && Files.isRegularFile(path)
                && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
    }

    private static Password firstLine(Path path, Given given) throws IOException, WrongSettingException {
        char[] line = new char[LONGEST + 1];
        int length = 0;
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r' && length < line.length; c = reader.read()) {
                line[length++] = (char) c;
            }
        }
        if (length == 0 || length > LONGEST) {
            throw given.wrong("a file whose first line is the password, of at most " + LONGEST + " characters");
        }
        return new Password(Arrays.copyOf(line, length));
    }
}

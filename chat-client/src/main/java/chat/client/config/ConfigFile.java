package chat.client.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The settings in {@code ~/.config/chat-client/config.properties}, in UTF-8. */
final class ConfigFile {
    private ConfigFile() {}

    /**
     * Where it is: below {@code $XDG_CONFIG_HOME}, or else {@code ~/.config}.
     *
     * @param variables the environment
     */
    static Path path(Map<String, String> variables) {
        String configured = variables.getOrDefault("XDG_CONFIG_HOME", "");
        // the XDG specification says that a relative path is to be ignored
        Path directory = Path.of(configured).isAbsolute()
                ? Path.of(configured)
                : Path.of(variables.getOrDefault("HOME", System.getProperty("user.home", "")), ".config");
        return directory.resolve("chat-client").resolve("config.properties");
    }

    /**
     * Reads it.
     *
     * @param path where it is
     * @return what it sets; nothing if there is no such file
     * @throws WrongSettingException if it cannot be read, or sets what cannot be set
     */
    static Map<Setting, Given> read(Path path) throws WrongSettingException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (CharacterCodingException e) {
            throw new WrongSettingException(path + " is not UTF-8.");
        } catch (IllegalArgumentException e) {
            throw new WrongSettingException(path + ": a backslash and u need four hexadecimal digits behind them.");
        } catch (IOException e) {
            throw new WrongSettingException(path + " cannot be read: " + e.getMessage());
        }
        Map<Setting, Given> settings = new EnumMap<>(Setting.class);
        for (String key : properties.stringPropertyNames()) {
            Setting setting =
                    Setting.ofKey(key).orElseThrow(() -> new Given(key, path.toString()).wrong("one of " + everyKey()));
            String value = properties.getProperty(key).strip();
            if (!value.isEmpty()) {
                settings.put(setting, new Given(value, key + " in " + path));
            }
        }
        return settings;
    }

    private static String everyKey() {
        return Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining(", "));
    }
}

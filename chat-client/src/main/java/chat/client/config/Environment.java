package chat.client.config;

import java.util.EnumMap;
import java.util.Map;

/** The settings in the environment: {@code CHAT_HOST} and the others, and {@code NO_COLOR}. */
final class Environment {
    private Environment() {}

    /**
     * Reads them. What is set to nothing counts as not set.
     *
     * @param variables by name
     */
    static Map<Setting, Given> read(Map<String, String> variables) {
        Map<Setting, Given> settings = new EnumMap<>(Setting.class);
        if (!variables.getOrDefault("NO_COLOR", "").isEmpty()) {
            settings.put(Setting.COLOR, new Given("never", "NO_COLOR")); // CHAT_COLOR says more, and is read below
        }
        for (Setting setting : Setting.values()) {
            String value = variables.getOrDefault(setting.variable(), "").strip();
            if (!value.isEmpty()) {
                settings.put(setting, new Given(value, setting.variable()));
            }
        }
        return settings;
    }
}

package chat.client.cli;

import chat.client.config.Given;
import chat.client.config.Setting;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/** The settings that are on the command line. */
public final class Flags {
    private Flags() {}

    /**
     * Finds them: an option that has a setting's name, or a positional argument of that name in capitals.
     *
     * @param line the command line
     * @return what it sets
     */
    public static Map<Setting, Given> of(ParseResult line) {
        Map<Setting, Given> settings = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String flag = "--" + setting.key();
            if (line.hasMatchedOption(flag)) {
                settings.put(
                        setting,
                        new Given(String.valueOf(line.matchedOption(flag).<Object>getValue()), flag));
            }
        }
        line.matchedPositionals().forEach(argument -> {
            Object value = argument.getValue();
            settings.put(
                    Setting.valueOf(argument.paramLabel()), new Given(String.valueOf(value), argument.paramLabel()));
        });
        return settings;
    }
}

package chat.client.cli;

import chat.client.config.ClientSettings;
import chat.client.config.Given;
import chat.client.config.WrongSettingException;
import chat.client.script.LineForm;
import chat.client.script.LineSource;
import chat.client.script.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a script wants. */
@SuppressWarnings("UnusedVariable") // Flags finds what is a setting
public final class ScriptOptions {
    @Option(
            names = "--send",
            paramLabel = "TEXT",
            description = "Say this and leave; each line of it is one message, never a command. May be given several"
                    + " times. With - instead of a text: every line of the input. What others say is not printed.")
    private List<String> texts = List.of();

    @Option(
            names = "--to",
            paramLabel = "NAME",
            description = "Write to NAME alone instead of to the room, each line as it is.")
    private @Nullable String to;

    @Option(
            names = "--json",
            description = "Write events as JSON lines, and nothing else; read commands, each with an @TAG if it likes.")
    private boolean json;

    @Option(names = "--follow", description = "Stay when the input has ended, and connect again whenever that is lost.")
    private boolean follow;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Wait this long to be connected, and for each confirmation, unless --follow waits for ever."
                    + " Default: " + ClientSettings.DEFAULT_TIMEOUT + ".")
    private @Nullable String timeout;

    /** Whether any of it was given that makes a script of this run, whoever sits in front of it. */
    public boolean isAskedFor() {
        return !texts.isEmpty() || to != null || json || follow;
    }

    /** Whether events are written as JSON lines. */
    public boolean isJson() {
        return json;
    }

    /** Whether nothing is written: who only says something, once or for as long as a pipe lasts, does not want to read. */
    public boolean isQuiet() {
        return !texts.isEmpty() && !json;
    }

    /** What to send, in order; {@code -} stands for the input. */
    public List<String> texts() {
        return texts.isEmpty() ? List.of(LineSource.INPUT) : texts;
    }

    /**
     * What is to be done.
     *
     * @param settings what else is set
     * @return the script
     * @throws WrongSettingException if something is missing or cannot be
     */
    public Script of(ClientSettings settings) throws WrongSettingException {
        boolean saying = !texts.isEmpty() || to != null;
        if (saying && settings.name() == null) {
            throw new WrongSettingException((texts.isEmpty() ? "--to" : "--send")
                    + " needs a name to say it under: add --name NAME, or set CHAT_NAME.");
        }
        if (texts.stream().anyMatch(String::isBlank)) {
            throw new WrongSettingException("--send: there is nothing in it (expected: a text)");
        }
        boolean alone = texts.size() == 1
                && !texts.get(0).equals(LineSource.INPUT)
                && texts.get(0).lines().count() == 1;
        return new Script(settings.server(), settings.name(), form(saying), alone, follow, settings.timeout());
    }

    private LineForm form(boolean saying) throws WrongSettingException {
        if (to != null) {
            return LineForm.saidTo(ClientSettings.name(new Given(to, "--to")));
        }
        return saying ? LineForm.SAID : json ? LineForm.PROTOCOL : LineForm.TYPED;
    }
}

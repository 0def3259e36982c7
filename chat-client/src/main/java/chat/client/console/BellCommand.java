package chat.client.console;

import java.util.List;

/** {@code //bell}: whether the terminal's bell rings for mentions and private messages. */
final class BellCommand implements OwnCommand {
    private final Bell bell;

    BellCommand(Bell bell) {
        this.bell = bell;
    }

    @Override
    public String verb() {
        return "bell";
    }

    @Override
    public String usage() {
        return "//bell on|off";
    }

    @Override
    public String summary() {
        return "rings for your name and for private messages";
    }

    @Override
    public List<String> arguments() {
        return Switch.WORDS;
    }

    @Override
    public String run(String argument) throws RefusedException {
        bell.turn(Switch.parse(argument, bell.isOn(), usage()));
        return bell.isOn() ? "The bell rings for your name and for private messages." : "The bell is off.";
    }
}

package chat.client.console;

import java.util.List;

/** {@code //away-bell}: whether any message rings once when the person has not touched a key for a while. */
final class AwayBellCommand implements OwnCommand {
    private final Bell bell;

    AwayBellCommand(Bell bell) {
        this.bell = bell;
    }

    @Override
    public String verb() {
        return "away-bell";
    }

    @Override
    public String usage() {
        return "//away-bell on|off";
    }

    @Override
    public String summary() {
        return "rings once for any message after five minutes without a key";
    }

    @Override
    public List<String> arguments() {
        return Switch.WORDS;
    }

    @Override
    public String run(String argument) throws RefusedException {
        bell.turnAway(Switch.parse(argument, bell.isAwayOn(), usage()));
        return bell.isAwayOn()
                ? "After five minutes without a key, the next message rings, whatever it says."
                : "The away bell is off.";
    }
}

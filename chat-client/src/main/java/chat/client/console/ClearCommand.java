package chat.client.console;

/** {@code //clear}: an empty screen. */
final class ClearCommand implements OwnCommand {
    private final Surface surface;

    ClearCommand(Surface surface) {
        this.surface = surface;
    }

    @Override
    public String verb() {
        return "clear";
    }

    @Override
    public String usage() {
        return "//clear";
    }

    @Override
    public String summary() {
        return "empties the screen";
    }

    @Override
    public String run(String argument) {
        surface.clear();
        return "";
    }
}

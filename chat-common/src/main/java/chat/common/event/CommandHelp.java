package chat.common.event;

import java.io.IOException;

/**
 * One command explained.
 *
 * @param usage how it is typed: {@code /private NAME TEXT}
 * @param summary what it does, in half a sentence
 * @param details what else is good to know, in whole sentences; may be empty
 * @param example how somebody would type it
 */
public record CommandHelp(String usage, String summary, String details, String example) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add(usage).add(" - ").add(summary).add(".").end();
        if (!details.isEmpty()) {
            out.add("  ").add(details).end();
        }
        out.add("  Example: ").add(example).end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        write(out.event("command"));
    }

    /** The fields, which are the same alone and in a list. */
    void write(JsonFields out) throws IOException {
        out.add("usage", usage).add("summary", summary).add("details", details).add("example", example);
    }

    static CommandHelp read(JsonObject in) {
        return new CommandHelp(in.text("usage"), in.text("summary"), in.text("details"), in.text("example"));
    }
}

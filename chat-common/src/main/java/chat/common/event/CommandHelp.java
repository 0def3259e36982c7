package chat.common.event;

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
}

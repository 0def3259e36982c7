package chat.common.event;

/**
 * A hint that nobody asked for.
 *
 * @param sentence one sentence
 */
public record Tip(String sentence) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("* ").add(sentence).end();
    }
}

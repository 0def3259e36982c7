package chat.client.console;

import java.util.ArrayList;
import java.util.List;

/** A surface that remembers what it was to show, in words. */
final class FakeSurface implements Surface {
    final List<String> printed = new ArrayList<>();
    final List<String> remembered = new ArrayList<>();
    Standing standing = new Standing(List.of(), List.of(), "");
    Theme theme = Theme.AUTO;
    Runnable flushing = () -> {};
    int rings;
    int clearings;
    boolean echoes;
    String question = "";
    boolean holds;
    boolean withholds;
    boolean stopped;

    @Override
    public void print(Paragraph paragraph, String ownName) {
        printed.add(Words.of(paragraph));
    }

    @Override
    public void ring() {
        rings++;
    }

    @Override
    public void flush(Standing newStanding) {
        flushing.run();
        standing = newStanding;
    }

    @Override
    public boolean echoes() {
        return echoes;
    }

    @Override
    public void askPassword(String newQuestion) {
        question = newQuestion;
        holds = false;
    }

    @Override
    public void holdPassword() {
        question = "";
        holds = true;
        withholds = false;
    }

    @Override
    public void holdPasswordAnew() {
        holdPassword();
    }

    @Override
    public void withholdLine() {
        settlePassword();
        withholds = true;
    }

    @Override
    public void settlePassword() {
        question = "";
        holds = false;
        withholds = false;
    }

    @Override
    public boolean masks() {
        return !echoes;
    }

    @Override
    public void remember(List<String> lines) {
        remembered.addAll(lines);
    }

    @Override
    public boolean remembers() {
        return !echoes;
    }

    @Override
    public void clear() {
        clearings++;
    }

    @Override
    public boolean theme(Theme newTheme) {
        theme = newTheme;
        return true;
    }

    @Override
    public void stopReading() {
        stopped = true;
    }
}

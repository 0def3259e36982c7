package chat.bench;

import chat.server.room.Timer;

/** Time stands still: nothing that is due later, such as the notice of who joined, gets into a measurement. */
public final class StillTimer implements Timer {
    @Override
    public long millis() {
        return 0;
    }

    @Override
    public void after(long millis, Runnable task) {}
}

package chat.server.mail;

import java.time.Duration;
import java.time.InstantSource;

class MemoryMailTest extends MailContract {
    @Override
    protected MailStore open(InstantSource clock, Duration keep) {
        return new MemoryMail(clock, keep);
    }

    @Override
    protected void close() {}
}

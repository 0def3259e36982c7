package chat.client.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.client.config.ServerAddress;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.Said;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A script, and a server that answers as the test says. */
abstract class ScriptRehearsal {
    static final UserName BOT = UserName.of("bot");
    static final Said SAID = new Said(RoomName.LOBBY);
    static final Failure NOBODY = new Failure(Failure.Code.NOT_FOUND, "User not found: carl.");

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    Consumer<FakeLink> server = link -> link.answers("/all", SAID).answers("hi", SAID);
    FakeLink link;
    boolean follow;
    Duration timeout = Duration.ofMinutes(1);

    boolean send(LineForm form, String text) throws InterruptedException {
        return run(form, Output.NONE, text.lines().count() == 1, List.of(text), InputStream.nullInputStream());
    }

    boolean pipe(LineForm form, String input) throws InterruptedException {
        return run(form, Output.text(new PrintStream(out, true, UTF_8)), false, List.of("-"), input(input));
    }

    Output json() {
        return Output.json(new PrintStream(out, true, UTF_8));
    }

    boolean run(LineForm form, Output output, boolean alone, List<String> texts, InputStream in)
            throws InterruptedException {
        Script script = new Script(new ServerAddress("localhost", 1), BOT, form, alone, follow, timeout);
        return ScriptRun.run(script, new LineSource(texts, in), output, new PrintStream(err, true, UTF_8), listener -> {
            link = new FakeLink(listener);
            server.accept(link);
            return link;
        });
    }

    static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }
}

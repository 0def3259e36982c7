package chat.server.command;

import chat.bench.Measured;
import chat.bench.StillTimer;
import chat.common.Request;
import chat.server.limit.LimitSettings;
import chat.server.room.Rooms;
import chat.server.session.SessionRegistry;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** From a clean line to what a command is called with: parse, look the verb up in the table, split the arguments. */
public class RequestBenchmark extends Measured {
    /** What is typed. */
    public enum Line {
        /** Plain text for the room. */
        SAID(TEXT),
        /** The same for one person. */
        PRIVATE("/private ann " + TEXT);

        private final String typed;

        Line(String typed) {
            this.typed = typed;
        }
    }

    private final SessionRegistry registry = new SessionRegistry(
            new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE), InstantSource.system(), LimitSettings.none());
    private final Commands commands =
            new Commands(Services.inMemory(registry, new Rooms(InstantSource.system(), new StillTimer())));

    /** What is typed. */
    @Param
    public Line line = Line.SAID;

    /** One line. */
    @Benchmark
    public List<String> understand() throws Syntax.BadArguments {
        Request request = Request.parse(line.typed);
        Command command = Objects.requireNonNull(commands.find(request.verb()));
        return command.syntax().split(request.arguments());
    }
}

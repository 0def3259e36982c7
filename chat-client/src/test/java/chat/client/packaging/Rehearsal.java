package chat.client.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.common.RoomName;
import chat.common.TaggedRequest;
import chat.common.UserName;
import chat.common.event.CommandHelp;
import chat.common.event.CommandList;
import chat.common.event.Event;
import chat.common.event.FormatChanged;
import chat.common.event.Goodbye;
import chat.common.event.Message;
import chat.common.event.NameAccepted;
import chat.common.event.Pong;
import chat.common.event.Resumed;
import chat.common.event.Said;
import chat.common.event.Users;
import chat.common.wire.WireFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** Says to a client what a server would, so that its first run in the build loads what it will need. */
final class Rehearsal implements AutoCloseable {
    private static final UserName SOMEBODY = UserName.of("somebody");

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    Rehearsal() throws IOException {
        inBackground(this::accept);
    }

    /** Where a client finds it. */
    String address() {
        return listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort();
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                inBackground(() -> converse(client));
            }
        } catch (IOException e) {
            // closed: the rehearsal is over
        }
    }

    private static void converse(Socket client) {
        try (client;
                OutputStream out = client.getOutputStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
            out.write("Welcome.\r\n".getBytes(UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                TaggedRequest tagged = TaggedRequest.parse(line);
                StringBuilder answer = new StringBuilder();
                WireFormat.JSON.append(
                        answer(tagged.request().verb(), tagged.request().arguments()), null, tagged.tag(), answer);
                if (tagged.request().verb().equals("setname")) {
                    WireFormat.JSON.append(new Message(RoomName.LOBBY, SOMEBODY, "hello"), null, null, answer);
                }
                out.write(answer.toString().getBytes(UTF_8));
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static Event answer(String verb, String arguments) {
        return switch (verb) {
            case "format" -> new FormatChanged(arguments);
            case "resume" -> new Resumed(0);
            case "setname" -> new NameAccepted(UserName.of(arguments), true);
            case "allusers" -> new Users(RoomName.LOBBY, List.of(SOMEBODY));
            case "cmd" -> new CommandList(List.of(new CommandHelp("/quit", "leaves", "", "/quit")));
            case "quit" -> new Goodbye(Goodbye.Reason.QUIT);
            case "all" -> new Said(RoomName.LOBBY);
            default -> new Pong();
        };
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Somebody on a socket. */
final class Person implements AutoCloseable {
    static final String LF = "\n";
    static final String CRLF = "\r\n";

    /** Reserved, and written as no sane script would: the refusal of it is how a round trip is seen. */
    static final String NOBODYS_NAME = "AdMiNiStRaToR";

    private final String name;
    private final String lineEnd;
    private final Socket socket;
    private final Inbox inbox;

    private Person(String name, Socket socket, String lineEnd) throws IOException {
        this.name = name;
        this.lineEnd = lineEnd;
        this.socket = socket;
        this.inbox = new Inbox(lineEnd);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        Thread reader = new Thread(() -> inbox.fill(in), "person " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** Connects, and waits for the greeting, which stays unread. */
    static Person connects(String name, int port, String lineEnd) {
        return connects(name, Door.plain(port), lineEnd);
    }

    static Person connects(String name, Door door, String lineEnd) {
        try {
            Person person = new Person(name, door.open(), lineEnd);
            assertThat(person.inbox.greeted()).as("%s is greeted", name).isTrue();
            return person;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects and takes a name. */
    static Person joins(String name, Door door, String lineEnd) {
        Person person = connects(name, door, lineEnd);
        person.reads("Welcome to ClientMessageSystem.");
        person.reads("Please choose a name: type /setname NAME and press Enter.");
        person.types("/setname " + name);
        person.reads(
                "Name accepted: you are " + name + ". Type something to say it to everyone; /cmd lists the commands.");
        return person;
    }

    static Person joins(String name, int port) {
        return joins(name, Door.plain(port), LF);
    }

    /** Sends a line. */
    void types(String line) {
        types(line.getBytes(UTF_8));
    }

    /** Sends a line of any bytes. */
    void types(byte[] line) {
        inbox.spoken();
        byte[] bytes = new byte[line.length + lineEnd.length()];
        System.arraycopy(line, 0, bytes, 0, line.length);
        System.arraycopy(lineEnd.getBytes(UTF_8), 0, bytes, line.length, lineEnd.length());
        sends(bytes);
    }

    /** Sends bytes as they are. */
    void sends(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that nothing more is sent, like {@code nc -N} at the end of its input. */
    void endsInput() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the server has dealt with everything this person has typed, unless it does not listen any more. */
    void roundTrip() {
        if (!inbox.over()) {
            int before = inbox.echoes();
            types("/setname " + NOBODYS_NAME);
            assertThat(inbox.answered(before)).as("%s gets an answer", name).isTrue();
        }
    }

    /** The next line, notices left out. */
    String next() {
        String line = inbox.next();
        assertThat(line).as("the next line for %s", name).isNotNull();
        return line;
    }

    void reads(String expected) {
        assertThat(next()).as("what %s reads", name).isEqualTo(expected);
    }

    Inbox inbox() {
        return inbox;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package chat.e2e;

import chat.server.ChatServer;
import chat.server.ServerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server with a page for each test, and people on telnet in it. */
final class WebServer implements BeforeEachCallback, AfterEachCallback {
    private final Settings settings;
    private final List<Person> people = new ArrayList<>();
    private ServerConfig config;
    private ChatServer server;
    private InetSocketAddress page;

    WebServer() {
        this(config -> config);
    }

    /** With other settings, which are made anew for each test. */
    WebServer(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        config = settings.apply(TestServer.webConfig());
        start();
        page = server.webAddress().orElseThrow();
    }

    private void start() {
        try {
            server = ChatServer.start(config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it; {@link #comesBack} starts it again. */
    void stops() {
        // the same doors again
        config = config.withPort(port()).withWeb(TestServer.page(page.getPort()));
        server.close();
    }

    void comesBack() {
        start();
    }

    InetSocketAddress page() {
        return page;
    }

    /** Where telnet goes. */
    int port() {
        return server.address().getPort();
    }

    /** Somebody comes in by telnet, without a name. */
    Person visitor(String name) {
        Person person = Person.connects(name, port(), Person.CRLF);
        people.add(person);
        return person;
    }

    /** Somebody comes in by telnet. */
    Person telnet(String name) {
        Person person = Person.joins(name, Door.plain(port()), Person.CRLF);
        people.add(person);
        return person;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        people.forEach(Person::close);
        people.clear();
        server.close();
    }

    /** How a test's server differs from others. */
    interface Settings {
        ServerConfig apply(ServerConfig config) throws IOException;
    }
}

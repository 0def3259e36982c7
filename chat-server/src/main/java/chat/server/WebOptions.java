package chat.server;

import chat.server.net.web.Forwarders;
import chat.server.net.web.WebOrigins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags about the page for browsers. */
final class WebOptions {
    @Option(
            names = "--web-port",
            paramLabel = "PORT",
            description = "Serve the page for browsers on this port; 0 picks a free one. Default: "
                    + WebConfig.DEFAULT_PORT + ".")
    private int port = WebConfig.DEFAULT_PORT;

    @Option(
            names = "--web-bind",
            paramLabel = "ADDRESS",
            description = "Serve it on this address only. Default: as --bind.")
    private String bind = "";

    @Option(names = "--no-web", description = "Serve no page.")
    private boolean none;

    @Option(
            names = "--web-origin",
            paramLabel = "ORIGIN",
            split = ",",
            description = "Pages from there may talk here, too: https://chat.example. Separate several with commas, or"
                    + " repeat it. Default: the server's own page only.")
    private List<String> origins = new ArrayList<>();

    @Option(
            names = "--web-forwarded-from",
            paramLabel = "ADDRESS",
            split = ",",
            description =
                    "Only proxies for browsers connect to the page from this address or network (10.0.0.0/8): they say in"
                            + " X-Forwarded-For for whom they ask. Separate several with commas, or repeat it.")
    private List<String> forwarders = new ArrayList<>();

    @Option(
            names = "--web-name",
            paramLabel = "NAME",
            description = "What the page calls this server. Default: " + WebConfig.DEFAULT_NAME + ".")
    private String name = WebConfig.DEFAULT_NAME;

    /**
     * What the flags say.
     *
     * @return where the page is; empty for nowhere
     * @throws IllegalArgumentException if a value makes no sense; the message is for people
     */
    Optional<WebConfig> config() {
        return none
                ? Optional.empty()
                : Optional.of(new WebConfig(bind, port, name, WebOrigins.ownAnd(origins), Forwarders.at(forwarders)));
    }
}

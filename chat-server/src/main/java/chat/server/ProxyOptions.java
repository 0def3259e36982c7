package chat.server;

import chat.server.net.Proxies;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags about proxies. */
final class ProxyOptions {
    @Option(
            names = "--proxy-from",
            paramLabel = "ADDRESS",
            split = ",",
            description =
                    "Only proxies connect from this address or network (10.0.0.0/8): they have to say with the PROXY"
                            + " protocol, version 1 or 2, whom they speak for. Nobody else may. Separate several with commas, or repeat it.")
    private List<String> addresses = new ArrayList<>();

    /**
     * What the flags say.
     *
     * @throws IllegalArgumentException if one is no address
     */
    Proxies proxies() {
        return Proxies.at(addresses);
    }
}

package chat.server;

import chat.common.wire.JsonLines;
import chat.server.doctor.CertificateChecks;
import chat.server.doctor.FileChecks;
import chat.server.doctor.Finding;
import chat.server.doctor.LimitChecks;
import chat.server.doctor.MachineChecks;
import chat.server.doctor.PortChecks;
import chat.server.store.FileReport;
import chat.server.store.StoreSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chat-server doctor}. */
@Command(
        name = "doctor",
        description =
                "Looks at everything that a server with the same flags needs: its file, certificate, ports, limits, clock."
                        + " Each line says what to do, if anything. Ends with 1 if something fails.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    private static final String NO_LIMITS = "--no-limits";

    /** Limits that {@value #NO_LIMITS} lifts. */
    private static final Set<String> LIFTED = Set.of(
            "--max-connections",
            "--max-connections-per-address",
            "--connect-rate",
            "--register-rate",
            "--exempt",
            "--name-timeout",
            "--line-rate",
            "--flood-patience",
            "--name-rate",
            "--private-rate",
            "--room-rate",
            "--failure-rate",
            "--max-pending");

    @Option(names = "--json", description = "Print a JSON object for each line: level, what, advice.")
    private boolean json;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> findings = findings(options.config());
        print(findings);
        boolean failed = findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL);
        return failed ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private List<Finding> findings(ServerConfig config) {
        long heap = Runtime.getRuntime().maxMemory();
        Instant now = Instant.now();
        List<Finding> findings =
                new ArrayList<>(MachineChecks.of(Runtime.version().feature(), heap, ZoneId.systemDefault()));
        config.store()
                .ifPresentOrElse(
                        store -> findings.addAll(FileChecks.of(store, now)),
                        () -> findings.add(new Finding(
                                Finding.Level.OK, "--ephemeral: nothing is kept, so there is no file to look at", "")));
        config.tls().ifPresent(tls -> findings.addAll(CertificateChecks.of(tls.files(), tls.selfSigned(), now)));
        findings.addAll(ports(config));
        findings.addAll(LimitChecks.of(config.limits(), OpenFiles.forConnections(), heap, lifted(), config.proxies()));
        return findings;
    }

    private static List<Finding> ports(ServerConfig config) {
        List<Finding> findings = new ArrayList<>();
        boolean proxied = config.proxies().contains(InetAddress.getLoopbackAddress());
        PortChecks ports = new PortChecks(config.bind(), isRunning(config.store()), proxied);
        if (config.tls().map(TlsConfig::plainToo).orElse(true)) {
            findings.add(ports.of("--port", config.port()));
        }
        config.tls().ifPresent(tls -> findings.add(ports.of("--tls-port", tls.port())));
        config.web().ifPresent(page -> findings.add(page(config, page)));
        exposed(config).ifPresent(findings::add);
        return findings;
    }

    private static Finding page(ServerConfig config, WebConfig page) {
        String bind = page.bind().isEmpty() ? config.bind() : page.bind();
        return new PortChecks(bind, isRunning(config.store()), false).of("--web-port", page.port());
    }

    private static boolean isRunning(Optional<StoreSettings> store) {
        try {
            return store.isPresent()
                    && FileReport.holder(store.get().directory()).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Finding> exposed(ServerConfig config) {
        if (config.tls().isPresent()) {
            return Optional.empty();
        }
        InetSocketAddress address =
                config.bind().isEmpty() ? new InetSocketAddress(0) : new InetSocketAddress(config.bind(), 0);
        return Optional.ofNullable(address.getAddress())
                .flatMap(Exposure::of)
                .map(open -> new Finding(
                        Finding.Level.WARN,
                        "network: the whole internet can reach " + open.getHostAddress()
                                + ", and everything that is said travels unencrypted",
                        "see --tls-port, or listen on another address with --bind"));
    }

    private @Nullable List<String> lifted() {
        List<OptionSpec> given =
                Objects.requireNonNull(spec).commandLine().getParseResult().matchedOptions();
        if (given.stream().noneMatch(option -> option.longestName().equals(NO_LIMITS))) {
            return null;
        }
        return given.stream()
                .map(OptionSpec::longestName)
                .filter(LIFTED::contains)
                .sorted()
                .toList();
    }

    private void print(List<Finding> findings) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            StringBuilder lines = new StringBuilder();
            findings.forEach(finding -> JsonLines.append(finding, Finding::write, lines));
            out.print(lines);
        } else {
            boolean colour = CommandLine.Help.Ansi.AUTO.enabled(); // on terminals, unless NO_COLOR is set
            findings.forEach(finding -> out.println(finding.line(colour)));
        }
        out.flush();
    }
}

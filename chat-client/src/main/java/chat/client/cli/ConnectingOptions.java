package chat.client.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, and who. */
@SuppressWarnings("UnusedVariable") // Flags finds what is a setting
public final class ConnectingOptions {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Go by this name. Without it you are asked for one, or begin with /setname NAME.")
    private @Nullable String name;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Log in as NAME: the first line of this file is the password, and only you may read it.")
    private @Nullable String passwordFile;

    @Option(
            names = "--insecure-password",
            negatable = true,
            description = "Send the password also where others can read it: to another machine, without --tls.")
    private boolean insecurePassword;

    /** Everybody on the machine reads command lines. */
    @Option(names = "--password", arity = "0..1", hidden = true)
    private @Nullable String password;

    @Option(
            names = "--tls",
            negatable = true,
            description = "Encrypt the connection, and make sure that the server is the one that is meant. The port is"
                    + " 8443 then unless given.")
    private boolean tls;

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description =
                    "A certificate in this file (PEM) has to vouch for the server. Default: those that this system"
                            + " trusts; for a server that none of them vouches for you are shown its key, and asked.")
    private @Nullable String authorities;

    @Option(
            names = "--tls-fingerprint",
            paramLabel = "SHA256:...",
            description = "The server's key has to be this one; its log shows it at the start. For scripts.")
    private @Nullable String fingerprint;
}

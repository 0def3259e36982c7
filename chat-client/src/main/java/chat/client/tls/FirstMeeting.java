package chat.client.tls;

import chat.common.net.Fingerprint;
import chat.common.net.TlsProfile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Meets a server for the first time, on a terminal, before anything else is said: if nobody vouches for it, the person
 * is shown its key and asked, as ssh does.
 */
public final class FirstMeeting {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Encryption encryption;
    private final UnaryOperator<String> person;

    /**
     * Prepares it.
     *
     * @param encryption to which server
     * @param person is asked, and answers with a line
     */
    public FirstMeeting(Encryption encryption, UnaryOperator<String> person) {
        this.encryption = encryption;
        this.person = person;
    }

    /**
     * Finds out who the server is, unless that is known or cannot be found out now.
     *
     * @return whether to go on
     * @throws IOException if what is known cannot be read, or a key not be remembered; the message is a sentence
     */
    public boolean goesOn() throws IOException {
        encryption.trust().isAttended();
        if (!isFirstTime()) {
            return true;
        }
        Optional<StrangerException> stranger;
        try {
            stranger = meet();
        } catch (IOException e) {
            return true; // whoever connects for good will meet the same trouble, and say it better
        }
        if (stranger.isEmpty()) {
            rememberAuthority();
            return true;
        }
        return !stranger.get().isUnknown() || trusts(stranger.get().shown());
    }

    private boolean trusts(Fingerprint shown) throws IOException {
        String question = "Nobody that this system trusts vouches for " + encryption.host() + " port "
                + encryption.port() + ". Its key is\n  " + shown
                + "\nThe server's log shows its key when it starts; whoever runs it can tell you. Is this the one?\n"
                + "Type yes to connect and remember it, anything else to leave it: ";
        String answer = person.apply(question).trim();
        boolean yes = answer.equalsIgnoreCase("yes")
                || Fingerprint.parse(answer).filter(shown::equals).isPresent();
        if (yes) {
            remember(shown);
        }
        return yes;
    }

    private boolean isFirstTime() throws IOException {
        try {
            return encryption.isFirstTime();
        } catch (IOException e) {
            throw new IOException("Nobody can tell whether the server is known: " + e.getMessage() + ".", e);
        }
    }

    private void remember(Fingerprint shown) throws IOException {
        try {
            encryption.known().remember(encryption.place(), shown);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write to " + encryption.known() + ". To connect without it, add --tls-fingerprint " + shown
                            + ".",
                    e);
        }
    }

    /** Nobody needs that to connect: the next time somebody vouches for the server again. */
    private void rememberAuthority() {
        try {
            encryption.known().rememberAuthority(encryption.place());
        } catch (IOException e) {
            // a home that cannot be written to
        }
    }

    /** A handshake, and nothing more. */
    private Optional<StrangerException> meet() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(encryption.host(), encryption.port()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {encryption.trust()}, null);
            try (SSLSocket tls = (SSLSocket)
                    context.getSocketFactory().createSocket(socket, encryption.host(), encryption.port(), true)) {
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                parameters.setProtocols(TlsProfile.VERSIONS.toArray(String[]::new));
                tls.setSSLParameters(parameters);
                tls.startHandshake();
                return Optional.empty();
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } catch (IOException e) {
            return Optional.of(strangerBehind(e));
        }
    }

    private static StrangerException strangerBehind(IOException e) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StrangerException stranger) {
                return stranger;
            }
        }
        throw e;
    }
}

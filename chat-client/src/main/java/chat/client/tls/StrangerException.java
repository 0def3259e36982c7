package chat.client.tls;

import chat.common.net.Fingerprint;
import java.security.cert.CertificateException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A server is not known to be the one that is meant. */
public final class StrangerException extends CertificateException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Fingerprint shown;
    private final boolean unknown;

    private StrangerException(@Nullable Fingerprint shown, boolean unknown, String reason) {
        super(reason);
        this.shown = shown;
        this.unknown = unknown;
    }

    /**
     * Nobody has met the server yet, and nobody vouches for it.
     *
     * @param attended whether a person at a terminal is asked when the client starts
     */
    static StrangerException unknown(Fingerprint shown, String why, boolean attended) {
        return new StrangerException(
                shown,
                true,
                "nobody that this system trusts vouches for it (" + why + "). Its key is " + shown
                        + ". If the server's log says the same, add --tls-fingerprint " + shown
                        + (attended
                                ? ", or start the client again to be asked whether it is the one"
                                : ", or connect once from a terminal to have it remembered"));
    }

    /** The server was known by another key. */
    static StrangerException changed(Fingerprint shown, Fingerprint remembered, String where) {
        return new StrangerException(
                shown,
                false,
                "its key has changed. It was " + remembered + ", and is now " + shown
                        + ". Either the server has a new key, or somebody else answers in its place. Ask who runs it;"
                        + " if the new key is right, take the line of this server out of " + where);
    }

    /** The server used to be vouched for. */
    static StrangerException fallen(Fingerprint shown, String why, String where) {
        return new StrangerException(
                shown,
                false,
                "an authority that this system trusts used to vouch for it, and does not any more (" + why
                        + "). Its key is " + shown + ". Either its certificate is in disorder, or somebody else answers"
                        + " in its place. Ask who runs it; if that is right, take the line of this server out of "
                        + where);
    }

    /** The key is not the one that was asked for. */
    static StrangerException other(Fingerprint shown, Fingerprint expected) {
        return new StrangerException(
                shown, false, "its key is " + shown + " (expected: " + expected + ", as --tls-fingerprint says)");
    }

    /** None of the authorities that were named vouches for the server. */
    static StrangerException unvouched(Fingerprint shown, String why, String file) {
        return new StrangerException(shown, false, "no certificate in " + file + " vouches for it (" + why + ")");
    }

    /** Nobody can tell what is known of the server. */
    static StrangerException unreadable(@Nullable String why) {
        return new StrangerException(null, false, "nobody can tell whether it is known: " + why);
    }

    /** The key that the server has shown. */
    Fingerprint shown() {
        return Objects.requireNonNull(shown);
    }

    /** Whether nothing speaks against the server but that nobody knows it. */
    public boolean isUnknown() {
        return unknown;
    }
}

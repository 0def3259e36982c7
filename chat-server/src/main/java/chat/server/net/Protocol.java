package chat.server.net;

import chat.common.Limits;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What a connection speaks, by its first bytes. */
enum Protocol {
    /** Not known yet. */
    UNDECIDED,
    /** Lines, or anything else that is none of the others. */
    TEXT,
    /** The beginning of a TLS handshake. */
    TLS,
    /** A web browser, or what looks for web servers. */
    HTTP,
    /** A proxy that says whom it speaks for. */
    PROXY;

    /** Which record of TLS this is: a handshake, and that of SSL 3.0 or newer. */
    private static final String TLS_HANDSHAKE = "\u0016\u0003";

    private static final String PROXY_V2 = "\r\n\r\n\0\r\nQUIT\n";
    private static final List<String> PROXY_V1 = List.of("PROXY TCP4 ", "PROXY TCP6 ", "PROXY UNKNOWN");
    private static final List<String> METHODS =
            List.of("GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "CONNECT ", "OPTIONS ", "TRACE ", "PATCH ", "PRI ");
    private static final Pattern HTTP_VERSION = Pattern.compile("[^\r\n]* HTTP/\\d");

    /** Recognizes a protocol, however its first bytes are cut into packets. */
    static final class Guess {
        private String head = "";

        /**
         * Looks at the next bytes without taking them.
         *
         * @return what it is, once that is known
         */
        Protocol next(ByteBuf bytes) {
            int length = Math.min(bytes.readableBytes(), Limits.MAX_LINE_BYTES);
            head += bytes.toString(bytes.readerIndex(), length, StandardCharsets.ISO_8859_1);
            return of(head);
        }
    }

    private static Protocol of(String head) {
        if (head.startsWith(TLS_HANDSHAKE)) {
            return TLS;
        }
        if (head.startsWith(PROXY_V2) || PROXY_V1.stream().anyMatch(head::startsWith)) {
            return PROXY;
        }
        if (METHODS.stream().anyMatch(head::startsWith)) {
            return request(head);
        }
        return mayBecomeOther(head) ? UNDECIDED : TEXT;
    }

    /** A person may begin with such a word, too: what follows it on the line decides. */
    private static Protocol request(String head) {
        if (HTTP_VERSION.matcher(head).lookingAt()) {
            return HTTP;
        }
        return head.indexOf('\n') >= 0 || head.length() >= Limits.MAX_LINE_BYTES ? TEXT : UNDECIDED;
    }

    private static boolean mayBecomeOther(String head) {
        return TLS_HANDSHAKE.startsWith(head)
                || PROXY_V2.startsWith(head)
                || PROXY_V1.stream().anyMatch(line -> line.startsWith(head))
                || METHODS.stream().anyMatch(method -> method.startsWith(head));
    }
}

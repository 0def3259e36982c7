package chat.server.net;

import chat.common.Limits;
import io.netty.buffer.ByteBuf;
import java.util.List;

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
    private static final String HTTP_VERSION = " HTTP/"; // and a digit

    /** Recognizes a protocol, however its first bytes are cut into packets. Looks at each byte once. */
    static final class Guess {
        /** What came, until it is known whether a method of HTTP begins it: never more than the longest beginning. */
        private final StringBuilder head = new StringBuilder();

        private Protocol known = UNDECIDED;
        private boolean method;
        private int length;
        private int versionSeen;

        /**
         * Looks at the next bytes without taking them.
         *
         * @return what it is, once that is known
         */
        Protocol next(ByteBuf bytes) {
            for (int i = bytes.readerIndex(); known == UNDECIDED && i < bytes.writerIndex(); i++) {
                length++;
                known = next((char) bytes.getUnsignedByte(i));
            }
            return known;
        }

        private Protocol next(char c) {
            if (method) {
                return request(c);
            }
            head.append(c);
            Protocol begun = of(head.toString());
            if (begun == HTTP) {
                method = true;
                versionSeen = 1; // the space at its end
                return UNDECIDED;
            }
            return begun;
        }

        /** A person may begin with such a word, too: what follows it on the line decides. */
        private Protocol request(char c) {
            if (versionSeen == HTTP_VERSION.length() && c >= '0' && c <= '9') {
                return HTTP;
            }
            boolean goesOn = versionSeen < HTTP_VERSION.length() && c == HTTP_VERSION.charAt(versionSeen);
            versionSeen = goesOn ? versionSeen + 1 : c == ' ' ? 1 : 0;
            return c == '\r' || c == '\n' || length >= Limits.MAX_LINE_BYTES ? TEXT : UNDECIDED;
        }
    }

    /** What begins so; HTTP if it may be. */
    private static Protocol of(String head) {
        if (head.equals(TLS_HANDSHAKE)) {
            return TLS;
        }
        if (head.equals(PROXY_V2) || PROXY_V1.contains(head)) {
            return PROXY;
        }
        if (METHODS.contains(head)) {
            return HTTP;
        }
        return mayBecomeOther(head) ? UNDECIDED : TEXT;
    }

    private static boolean mayBecomeOther(String head) {
        return TLS_HANDSHAKE.startsWith(head)
                || PROXY_V2.startsWith(head)
                || PROXY_V1.stream().anyMatch(line -> line.startsWith(head))
                || METHODS.stream().anyMatch(method -> method.startsWith(head));
    }
}

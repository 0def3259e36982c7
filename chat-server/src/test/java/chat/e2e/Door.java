package chat.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A way into a server. */
interface Door {
    /** Connects. */
    Socket open() throws IOException;

    /** Plain TCP. */
    static Door plain(int port) {
        return () -> {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            return socket;
        };
    }

    /** The same through a proxy that says where the person is. */
    static Door proxied(int port, InetSocketAddress from) {
        return () -> {
            Socket socket = plain(port).open();
            String header = "PROXY TCP4 %s 192.0.2.1 %d 8090\r\n"
                    .formatted(from.getAddress().getHostAddress(), from.getPort());
            socket.getOutputStream().write(header.getBytes(StandardCharsets.US_ASCII));
            return socket;
        };
    }

    /** TLS over another way in, with whomever it leads to. */
    static Door tls(Door below) {
        return () -> {
            Socket socket = below.open();
            SSLSocket encrypted =
                    (SSLSocket) anybody().getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
            encrypted.startHandshake();
            return encrypted;
        };
    }

    /** A browser's WebSocket over another way in, as text that is read and written like a terminal's. */
    static Door web(Door below) {
        return () -> new PageSocket(below.open());
    }

    /** Whom the server said it is. */
    static X509Certificate certificate(Socket socket) throws IOException {
        return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
    }

    private static SSLContext anybody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody is impersonated within a test. */
    final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

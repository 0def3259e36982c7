package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;

/**
 * The web page as a socket of plain text, so that whoever talks to the text door can talk to this one: what is written is sent
 * as messages, and what is read are the lines that the page has words for.
 */
final class PageSocket extends Socket {
    private final WebSocketLink link;
    private final PageText text = new PageText();
    private final InputStream in = new Lines();
    private final OutputStream out = new Messages();

    PageSocket(Socket below) throws IOException {
        this.link = new WebSocketLink(below);
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public int getPort() {
        return link.socket().getPort();
    }

    @Override
    public void setSoLinger(boolean on, int seconds) throws SocketException {
        link.socket().setSoLinger(on, seconds);
    }

    @Override
    public void shutdownOutput() throws IOException {
        link.sendClose();
    }

    @Override
    public synchronized void close() throws IOException {
        link.close();
    }

    /** Each write is a message. */
    private final class Messages extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b});
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            byte[] message = Arrays.copyOfRange(bytes, from, from + length);
            String typed = new String(message, UTF_8);
            String sent = text.typed(typed);
            link.send(sent.equals(typed) ? message : sent.getBytes(UTF_8));
        }
    }

    private final class Lines extends InputStream {
        private byte[] read = new byte[0];
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        /** As much as is there, but something. */
        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            while (at == read.length) {
                String message = link.next();
                if (message == null) {
                    return -1;
                }
                read = text.of(message).getBytes(UTF_8);
                at = 0;
            }
            int length = Math.min(most, read.length - at);
            System.arraycopy(read, at, to, from, length);
            at += length;
            return length;
        }
    }
}

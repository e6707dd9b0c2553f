package fr.aubette.receive.phone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Connections to exchanges; encrypted ones only to the exchange whose name the certificate bears. */
public final class AmiSockets {

    private AmiSockets() {}

    /**
     * Connects.
     *
     * @param millis longest time for it, and for each answer afterwards
     * @throws javax.net.ssl.SSLException if the certificate is not trusted, or names another
     */
    public static Socket connect(String host, int port, boolean tls, int millis) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            plain.setTcpNoDelay(true);
            return tls ? encrypted(plain, host, port) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket encrypted(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters checked = socket.getSSLParameters();
        checked.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(checked);
        socket.startHandshake();
        return socket;
    }
}

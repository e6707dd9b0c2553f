package fr.aubette.receive.phone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
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
        SSLSocket socket = (SSLSocket) trusted().createSocket(plain, host, port, true);
        SSLParameters checked = socket.getSSLParameters();
        checked.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(checked);
        try {
            socket.startHandshake();
        } catch (SSLHandshakeException e) {
            throw refused(host, e);
        }
        return socket;
    }

    private static SSLSocketFactory trusted() throws SSLException {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new SSLException("Java has no TLS as it is configured: " + e.getMessage(), e);
        }
    }

    /** What an administrator can act on; the library's own words follow. */
    private static SSLException refused(String host, SSLHandshakeException e) {
        String said = String.valueOf(e.getMessage());
        if (said.startsWith("No subject alternative") || said.startsWith("No name matching")) {
            return new SSLException("the certificate does not bear the name " + host + ": " + said, e);
        }
        return said.contains("PKIX") || said.contains("certification path")
                ? new SSLException("the certificate is not trusted by Java: " + said, e)
                : e;
    }
}

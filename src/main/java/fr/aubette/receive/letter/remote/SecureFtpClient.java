package fr.aubette.receive.letter.remote;

import java.io.IOException;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/**
 * An FTPS client that checks the server's certificate and name on both of its lines, and takes up on the second the TLS
 * session of the first: servers ask for that by default (vsftpd's {@code require_ssl_reuse}, RFC 4217 section 10.2), so
 * that nobody else can fetch the file. Java finds a session again by the host and port that it was opened to, so the
 * second line is said to go where the first one went.
 */
final class SecureFtpClient extends FTPSClient {

    private final SSLContext context;

    SecureFtpClient(SSLContext context) {
        super(false, context);
        this.context = context;
        setEndpointCheckingEnabled(true);
        setControlEncoding("UTF-8");
        setAutodetectUTF8(true);
    }

    /** The second line is opened in clear, and made secure below once the server has agreed to the transfer. */
    @Override
    public void execPROT(@Nullable String protection) throws IOException {
        super.execPROT(protection);
        setSocketFactory(SocketFactory.getDefault());
    }

    /** The library takes a list that could not be sent for an empty one. */
    @Override
    public FTPFile[] listFiles(@Nullable String folder) throws IOException {
        FTPFile[] files = super.listFiles(folder);
        if (!FTPReply.isPositiveCompletion(getReplyCode())) {
            throw new IOException(
                    "the folder cannot be listed: " + getReplyString().strip());
        }
        return files;
    }

    @Override
    protected @Nullable Socket _openDataConnection_(String command, @Nullable String argument) throws IOException {
        Socket plain = super._openDataConnection_(command, argument);
        if (plain == null || plain instanceof SSLSocket) {
            return plain;
        }
        SSLSocket secure = (SSLSocket) context.getSocketFactory()
                .createSocket(new SocketOfPort(plain, getRemotePort()), _hostname_, getRemotePort(), true);
        SSLParameters asked = secure.getSSLParameters();
        asked.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(asked);
        secure.setUseClientMode(true);
        secure.startHandshake();
        return secure;
    }
}

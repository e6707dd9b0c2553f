package fr.aubette.receive.letter.remote;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.FtpsComponent;
import org.apache.camel.component.file.remote.FtpsConfiguration;
import org.apache.camel.component.file.remote.FtpsEndpoint;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * {@code drop-ftps:HOST:PORT/FOLDER}: a drop folder behind FTP with explicit TLS. Left to itself the client would
 * accept any certificate that has not expired.
 */
@Lazy
@Component("drop-ftps")
@org.apache.camel.spi.annotations.Component("ftps")
class FtpsDrops extends FtpsComponent {

    private final Path scratch;

    FtpsDrops(@Qualifier("scratch") Path scratch) {
        this.scratch = scratch;
    }

    @Override
    protected GenericFileEndpoint<FTPFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        RemoteLimits.dropEmpty(parameters);
        Optional<Path> trust = Optional.ofNullable(parameters.remove("trust")).map(each -> Path.of(each.toString()));
        SSLContext context = FtpsLine.context(trust);
        FtpsConfiguration configuration = new FtpsConfiguration(new URI(RemoteLimits.withoutParameters(uri)));
        String folder = configuration.getDirectoryName();
        configuration.setDirectory(folder == null ? "" : folder.replaceFirst("^/+", ""));
        FtpsEndpoint endpoint = new FtpsEndpoint(uri, this, configuration) {
            @Override
            protected FTPClient createFtpClient() {
                return new SecureFtpClient(context);
            }
        };
        RemoteLimits.apply(endpoint, scratch);
        return endpoint;
    }
}

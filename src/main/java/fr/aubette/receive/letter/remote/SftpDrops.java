package fr.aubette.receive.letter.remote;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * {@code drop-sftp:HOST:PORT/FOLDER}: a drop folder behind SSH. The server must show the very key that the file of
 * known hosts has for it; the account of whoever runs the program is never looked into.
 */
@Lazy
@Component("drop-sftp")
@org.apache.camel.spi.annotations.Component("sftp")
class SftpDrops extends SftpComponent {

    private static final int ALIVE_MILLIS = 15_000;

    private final Path scratch;

    SftpDrops(@Qualifier("scratch") Path scratch) {
        this.scratch = scratch;
    }

    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        RemoteLimits.dropEmpty(parameters);
        SftpConfiguration configuration = new SftpConfiguration(new URI(RemoteLimits.withoutParameters(uri)));
        configuration.setStrictHostKeyChecking("yes");
        configuration.setUseUserKnownHostsFile(false);
        configuration.setPreferredAuthentications("publickey,password,keyboard-interactive");
        configuration.setServerAliveInterval(ALIVE_MILLIS);
        SftpEndpoint endpoint = new SftpEndpoint(uri, this, configuration);
        RemoteLimits.apply(endpoint, scratch);
        return endpoint;
    }
}

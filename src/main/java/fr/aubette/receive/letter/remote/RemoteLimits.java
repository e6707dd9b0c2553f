package fr.aubette.receive.letter.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;

/** What holds for every drop folder on a server, whatever its protocol. */
final class RemoteLimits {

    private static final int CONNECT_MILLIS = 10_000;

    /** Silence on a line after which it is dead, in milliseconds: under the minute after which health must tell. */
    private static final int SILENCE_MILLIS = 30_000;

    private RemoteLimits() {}

    /** A file is fetched to the disk, never to the memory; a failed connection is told, and tried at the next poll. */
    static void apply(RemoteFileEndpoint<?> endpoint, Path scratch) {
        RemoteFileConfiguration configuration = (RemoteFileConfiguration) endpoint.getConfiguration();
        configuration.setConnectTimeout(CONNECT_MILLIS);
        configuration.setSoTimeout(SILENCE_MILLIS);
        configuration.setTimeout(SILENCE_MILLIS);
        configuration.setThrowExceptionOnConnectFailed(true);
        configuration.setStepwise(false);
        configuration.setPassiveMode(true);
        // left alone, FTP mends the line ends of a text, and spoils every picture
        configuration.setBinary(true);
        endpoint.setMaximumReconnectAttempts(1);
        endpoint.setAutoCreate(false);
        try {
            endpoint.setLocalWorkDirectory(Files.createTempDirectory(Files.createDirectories(scratch), "drop-")
                    .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key that is left out in {@code channels.yaml} comes as empty text. */
    static void dropEmpty(Map<String, Object> parameters) {
        parameters
                .values()
                .removeIf(
                        value -> value.toString().isEmpty() || value.toString().equals("RAW()"));
    }

    /** The address without its parameters. */
    static String withoutParameters(String uri) {
        int mark = uri.indexOf('?');
        return mark < 0 ? uri : uri.substring(0, mark);
    }
}

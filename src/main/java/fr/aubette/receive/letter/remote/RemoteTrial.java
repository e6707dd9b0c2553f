package fr.aubette.receive.letter.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.impl.DefaultCamelContext;

/** Opens a drop folder on a server once, as the hub would, to see whether that goes; fetches and changes nothing. */
public final class RemoteTrial {

    private RemoteTrial() {}

    /**
     * Signs in and lists the folder.
     *
     * @param protocol {@code sftp} or {@code ftps}
     * @param entry its keys in {@code channels.yaml}, with defaults
     * @throws IOException if it cannot be opened, with a message for an administrator
     */
    public static void open(String protocol, Map<String, String> entry, Path scratch) throws IOException {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Component drops = protocol.equals("sftp") ? new SftpDrops(scratch) : new FtpsDrops(scratch);
            camel.addComponent("drop-" + protocol, drops);
            camel.start();
            String address = "drop-" + protocol + "://" + entry.get("host") + ":" + entry.get("port") + "/"
                    + entry.get("folder");
            look((RemoteFileEndpoint<?>) drops.createEndpoint(address, keys(protocol, entry)));
        } catch (Exception e) {
            throw new IOException(reason(e), e);
        }
    }

    private static <T> void look(RemoteFileEndpoint<T> endpoint) throws Exception {
        RemoteFileOperations<T> operations = line(endpoint);
        RemoteFileConfiguration configuration = (RemoteFileConfiguration) endpoint.getConfiguration();
        try {
            operations.connect(configuration, endpoint.createExchange());
            String folder = configuration.getDirectory();
            operations.listFiles(folder == null || folder.isEmpty() ? "." : folder);
        } finally {
            if (operations.isConnected()) {
                operations.disconnect();
            }
        }
    }

    /** A line to the server, not yet opened. */
    static <T> RemoteFileOperations<T> line(RemoteFileEndpoint<T> endpoint) throws IOException {
        try {
            RemoteFileOperations<T> line = endpoint.createRemoteFileOperations();
            line.setEndpoint(endpoint);
            return line;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** As the route templates give them to the component. */
    private static Map<String, Object> keys(String protocol, Map<String, String> entry) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("username", entry.getOrDefault("user", ""));
        keys.put("password", "RAW(" + entry.getOrDefault("password", "") + ")");
        if (protocol.equals("sftp")) {
            keys.put("knownHostsFile", entry.getOrDefault("hostKeys", ""));
            keys.put("privateKeyFile", entry.getOrDefault("key", ""));
            keys.put("privateKeyPassphrase", "RAW(" + entry.getOrDefault("passphrase", "") + ")");
        } else {
            keys.put("trust", entry.getOrDefault("trust", ""));
        }
        return keys;
    }

    private static String reason(Throwable wrapped) {
        Throwable deepest = wrapped;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
    }
}

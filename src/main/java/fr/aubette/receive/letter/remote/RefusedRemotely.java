package fr.aubette.receive.letter.remote;

import fr.aubette.receive.letter.Refusals;
import fr.aubette.receive.letter.Refusals.Refusal;
import fr.aubette.receive.letter.RefusedFiles;
import fr.aubette.receive.letter.StrayNotes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Gives refused scans back on a server. A line of its own is opened for it, when there is something. */
@Component("refusedRemotely")
final class RefusedRemotely extends RefusedFiles {

    RefusedRemotely(@Qualifier("pollWatch") PollingConsumerPollStrategy watch, Refusals refusals, Clock clock) {
        super(watch, refusals, clock, "receive-letter-(sftp|ftps)-");
    }

    @Override
    protected void give(Endpoint folder, List<Refusal> refused) throws IOException {
        onServer((RemoteFileEndpoint<?>) folder, refused);
    }

    private static <T> void onServer(RemoteFileEndpoint<T> server, List<Refusal> refused) throws IOException {
        RemoteFileOperations<T> line = RemoteTrial.line(server);
        try {
            line.connect((RemoteFileConfiguration) server.getConfiguration(), server.createExchange());
            String folder = ((RemoteFileConfiguration) server.getConfiguration()).getDirectory();
            String below = folder == null || folder.isEmpty() ? "" : folder + "/";
            for (Refusal each : refused) {
                give(line, below, each, server.createExchange());
            }
        } finally {
            if (line.isConnected()) {
                line.disconnect();
            }
        }
    }

    /** Another file may have come under the same name meanwhile: what is of another length stays. */
    private static <T> void give(RemoteFileOperations<T> line, String below, Refusal refusal, Exchange note) {
        String name = refusal.fileName();
        boolean same = RemoteScans.isSafe(name)
                && RemoteListing.of(line, below + "taken").size(name).equals(Optional.of(refusal.size()));
        if (!same) {
            return;
        }
        line.buildDirectory(below + "refused", false);
        byte[] text = StrayNotes.why(refusal.reason()).getBytes(StandardCharsets.UTF_8);
        note.getIn().setBody(new ByteArrayInputStream(text));
        line.storeFile(below + "refused/" + StrayNotes.noteOf(name), note, text.length);
        replace(line, below + "taken/" + name, below + "refused/" + name);
    }

    private static void replace(RemoteFileOperations<?> line, String from, String to) {
        if (line.existsFile(to)) {
            line.deleteFile(to);
        }
        line.renameFile(from, to);
    }
}

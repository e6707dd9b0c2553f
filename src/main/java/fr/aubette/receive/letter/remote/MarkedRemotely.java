package fr.aubette.receive.letter.remote;

import fr.aubette.receive.letter.DropFile;
import fr.aubette.receive.letter.MarkedFiles;
import fr.aubette.receive.letter.TakeWhen;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets a file of a server go once its writer has laid a marker beside it, as {@link MarkedFiles} does for a folder. */
@Component("fetchWhen-single-marked")
final class MarkedRemotely extends TakeWhen<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(MarkedRemotely.class);

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<Object> operations, GenericFile<Object> entry, Exchange exchange) {
        return MarkedFiles.markers(entry.getAbsoluteFilePath()).anyMatch(operations::existsFile);
    }

    @Override
    protected void taken(GenericFileOperations<Object> operations, GenericFile<Object> entry, Exchange exchange) {
        clear(operations, entry);
    }

    static void clear(GenericFileOperations<Object> operations, GenericFile<Object> entry) {
        try {
            MarkedFiles.markers(entry.getAbsoluteFilePath())
                    .filter(operations::existsFile)
                    .forEach(operations::deleteFile);
        } catch (GenericFileOperationFailedException e) {
            LOG.warn("A marker {} of a file that was taken could not be removed from its server", DropFile.MARKER);
        }
    }
}

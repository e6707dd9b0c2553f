package fr.aubette.receive.letter;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;

/**
 * How a source knows that a file is whole, {@code takeWhen} in {@code channels.yaml}. It never waits: a file that is
 * not ready is looked at again with the next poll, the others go on.
 *
 * @param <T> the file as its protocol has it
 */
public abstract class TakeWhen<T> implements GenericFileExclusiveReadLockStrategy<T> {

    /** Once the file has been taken and moved away. */
    protected abstract void taken(GenericFileOperations<T> operations, GenericFile<T> entry, Exchange exchange);

    @Override
    public final void releaseExclusiveReadLockOnCommit(
            GenericFileOperations<T> operations, GenericFile<T> entry, Exchange exchange) {
        taken(operations, entry, exchange);
    }

    @Override
    public final void releaseExclusiveReadLockOnAbort(
            GenericFileOperations<T> operations, GenericFile<T> entry, Exchange exchange) {
        // nothing is held: the file is looked at again
    }

    @Override
    public final void releaseExclusiveReadLockOnRollback(
            GenericFileOperations<T> operations, GenericFile<T> entry, Exchange exchange) {
        // nothing is held: the file is looked at again
    }

    @Override
    public final void prepareOnStartup(GenericFileOperations<T> operations, GenericFileEndpoint<T> endpoint) {
        // nothing to prepare
    }

    @Override
    public final void setTimeout(long timeout) {
        // it never waits
    }

    @Override
    public final void setCheckInterval(long checkInterval) {
        // it looks once a poll
    }

    @Override
    public final void setReadLockLoggingLevel(LoggingLevel level) {
        // it says nothing
    }

    @Override
    public final void setMarkerFiler(boolean markerFile) {
        // it writes no marker files
    }

    @Override
    public final void setDeleteOrphanLockFiles(boolean deleteOrphanLockFiles) {
        // it writes no marker files
    }
}

package fr.aubette.receive.letter;

import java.io.File;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperations;
import org.springframework.stereotype.Component;

/**
 * Lets a file go as soon as it is seen: its writer writes under another name ({@code x.part}, {@code .x}) and gives it
 * its own only when it is whole.
 */
@Component("takeWhen-renamed")
final class RenamedFiles extends TakeWhen<File> {

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<File> operations, GenericFile<File> entry, Exchange exchange) {
        return true;
    }

    @Override
    protected void taken(GenericFileOperations<File> operations, GenericFile<File> entry, Exchange exchange) {
        MarkedFiles.clear(entry.getAbsoluteFilePath());
    }
}

package fr.aubette.receive.letter;

import java.io.File;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** The files of a drop folder that are scans by their name, and the folders named by a date. */
final class ScanFiles implements GenericFileFilter<File> {

    @Override
    public boolean accept(GenericFile<File> entry) {
        if (OddNames.isOdd(entry.getFile().getName())) {
            OddNames.mend(entry.getFile().getAbsoluteFile().getParentFile().toPath());
            return false;
        }
        return entry.isDirectory()
                ? DropFile.date(entry.getFileNameOnly()).isPresent()
                : DropFile.isScan(entry.getFile());
    }
}

package fr.aubette.receive.letter;

import java.io.File;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.stereotype.Component;

/** The entries of a drop folder that no scanner writes: other types, links, pipes. */
@Component("strayFiles")
final class StrayFiles implements GenericFileFilter<File> {

    @Override
    public boolean accept(GenericFile<File> entry) {
        return entry.isDirectory()
                ? DropFile.date(entry.getFileNameOnly()).isPresent()
                : DropFile.isStray(entry.getFile());
    }
}

package fr.aubette.receive.letter.remote;

import fr.aubette.receive.letter.TakeWhen;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperations;
import org.springframework.stereotype.Component;

/** Lets a file of a server go at sight: it bears its own name only once it is whole. */
@Component("fetchWhen-single-renamed")
final class RenamedRemotely extends TakeWhen<Object> {

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<Object> operations, GenericFile<Object> entry, Exchange exchange) {
        return true;
    }

    @Override
    protected void taken(GenericFileOperations<Object> operations, GenericFile<Object> entry, Exchange exchange) {
        // it had no marker
    }
}

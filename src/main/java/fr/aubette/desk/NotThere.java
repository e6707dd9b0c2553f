package fr.aubette.desk;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** It does not exist, or the viewer may not know that it does: the answer is the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;
}

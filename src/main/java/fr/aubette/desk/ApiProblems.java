package fr.aubette.desk;

import fr.aubette.ticket.NotPossible;
import fr.aubette.ticket.Stale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What goes wrong, as RFC 9457 problems. */
@RestControllerAdvice(assignableTypes = {TicketApi.class, HouseApi.class})
class ApiProblems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail absent(NotThere e) {
        return problem(HttpStatus.NOT_FOUND, "There is no such thing, or you may not know of it.");
    }

    @ExceptionHandler
    ProblemDetail stale(Stale e) {
        return problem(HttpStatus.CONFLICT, "The ticket has changed since you read it; nothing was done.");
    }

    @ExceptionHandler
    ProblemDetail notPossible(NotPossible e) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, e.why().name());
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException e) {
        return problem(HttpStatus.FORBIDDEN, "Your account does not allow this.");
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}

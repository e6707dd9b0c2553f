package fr.aubette.receive.form;

import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.typed.Unreadable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** The way from the HTTP door into the route {@code receive-form}. */
@Component
class FormRoute {

    /** A request over this many bytes is read alone or nearly, so that many at once cannot fill the memory. */
    private static final long LARGE = 1L << 20;

    /** How long a large request waits for its turn; below what browsers and proxies wait for an answer. */
    private static final int TURN_SECONDS = 20;

    private final ProducerTemplate camel;
    private final String endpoint;
    private final Semaphore turns;

    FormRoute(ProducerTemplate camel, FormSettings settings) {
        this.camel = camel;
        this.endpoint = "direct:receive-form-" + settings.source() + "?block=false";
        this.turns = new Semaphore(settings.largeAtOnce(), true);
    }

    /**
     * Sends the form through.
     *
     * @throws Unreadable if it cannot be read
     * @throws FormRefused if it does not fit its description
     * @throws IntakeUnavailable if the door is closed for the moment
     */
    FormReceipt send(FormPost post) {
        if (post.body().size() <= LARGE) {
            return through(post);
        }
        try {
            if (!turns.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw new IntakeUnavailable("too many large forms at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailable("interrupted while waiting", e);
        }
        try {
            return through(post);
        } finally {
            turns.release();
        }
    }

    private FormReceipt through(FormPost post) {
        Exchange exchange = camel.send(endpoint, each -> each.getIn().setBody(post));
        Exception failure = exchange.getException();
        if (failure instanceof IntakeUnavailable closed && exchange.getProperty("entry") instanceof FormEntry entry) {
            throw new FormNotTaken(closed, FormChecks.values(entry));
        }
        if (failure instanceof RejectedExecutionException) {
            throw new IntakeUnavailable("the routes are not running", failure);
        }
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure != null) {
            throw new IntakeUnavailable("the form's route does not answer", failure);
        }
        return exchange.getMessage().getBody(FormReceipt.class);
    }
}

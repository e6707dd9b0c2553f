package fr.aubette.stream;

import fr.aubette.intake.Attempts;
import fr.aubette.model.Evidence;
import fr.aubette.model.IntakeId;
import fr.aubette.quarantine.Reevaluation;
import fr.aubette.quarantine.Stages;
import fr.aubette.ticket.Decisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.spi.PropertiesSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Evaluates an intake again from its raw bytes, by the shipped routes over the real ports, and keeps the second
 * decision beside the first. It changes, opens and sends nothing else.
 */
@Component
class Reevaluator implements Reevaluation {

    private static final List<String> STAGES =
            List.of("normalisation", "identification", "classification", "threading", "dispatching");

    private final ListableBeanFactory beans;
    private final Environment environment;
    private final OneTransaction oneTransaction;
    private final Attempts attempts;
    private final DecisionBook book;

    Reevaluator(
            ListableBeanFactory beans,
            Environment environment,
            OneTransaction oneTransaction,
            Attempts attempts,
            DecisionBook book) {
        this.beans = beans;
        this.environment = environment;
        this.oneTransaction = oneTransaction;
        this.attempts = attempts;
        this.book = book;
    }

    @Override
    public void again(IntakeId intake) {
        try (DryRun journey = new DryRun(Path.of("routes"), stages(), oneTransaction, settings())) {
            book.add(intake, decisions(intake, journey));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Decisions> decisions(IntakeId intake, DryRun journey) {
        try {
            return Decisions.of(journey.decide(attempts.reread(intake)));
        } catch (DryRun.Stopped stopped) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(stopped);
            return List.of(new Decisions(
                    Stages.of(cause),
                    "refused",
                    List.of(new Evidence(cause.getClass().getSimpleName(), String.valueOf(cause.getMessage())))));
        }
    }

    private Map<String, Object> stages() {
        return Stream.of(STAGES.toArray(String[]::new)).collect(Collectors.toMap(name -> name, beans::getBean));
    }

    private PropertiesSource settings() {
        return new PropertiesSource() {
            @Override
            public String getName() {
                return "spring";
            }

            @Override
            @SuppressWarnings("NullAway") // Camel's interface is unannotated: null means that there is no such key
            public String getProperty(String name) {
                return environment.getProperty(name);
            }
        };
    }
}

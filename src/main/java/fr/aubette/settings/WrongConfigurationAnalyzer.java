package fr.aubette.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an administrator what to correct in {@code config/}, instead of a stack trace. */
class WrongConfigurationAnalyzer extends AbstractFailureAnalyzer<WrongConfiguration> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongConfiguration cause) {
        return new FailureAnalysis(
                "The configuration holds " + cause.lines().size() + " error(s):\n\n" + String.join("\n", cause.lines()),
                "Correct the lines named above and start again.",
                cause);
    }
}

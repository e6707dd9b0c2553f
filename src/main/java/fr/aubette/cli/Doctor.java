package fr.aubette.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Checks what is configured and says what to do. It changes nothing and prints no secret. */
final class Doctor {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String DEMO = "--spring.profiles.active=demo";

    /** For who has just cloned the project. */
    private static final Said HINT = new Said(
            "This is what ./aubette run needs. ./aubette demo needs none of it: ./aubette doctor --demo",
            "Voilà ce qu'il faut à ./aubette run. ./aubette demo n'en a pas besoin : ./aubette doctor --demo");

    private static final String USAGE = """
            Usage: ./aubette doctor [--demo] [--json] [--KEY=VALUE...]
              --demo  checks what ./aubette demo needs; --KEY=VALUE overrides a key of config/application.yaml
            Utilisation : ./aubette doctor [--demo] [--json] [--CLÉ=VALEUR...]
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean french;

    Doctor(PrintStream out, PrintStream err) {
        this(out, err, speaksFrench(System.getenv()));
    }

    Doctor(PrintStream out, PrintStream err, boolean french) {
        this.out = out;
        this.err = err;
        this.french = french;
    }

    /** As POSIX ranks the variables of the locale. */
    static boolean speaksFrench(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.startsWith("fr"))
                .isPresent();
    }

    /** Examines; 0 when nothing failed, 1 when something did, 2 when it could not be asked. */
    int run(String... args) {
        List<String> settings = new ArrayList<>();
        boolean json = false;
        for (String arg : args) {
            if (arg.equals("--demo")) {
                settings.add(DEMO);
            } else if (arg.equals("--json")) {
                json = true;
            } else if (arg.startsWith("--") && arg.contains("=")) {
                settings.add(arg);
            } else {
                err.println("aubette doctor: " + arg + "\n" + USAGE);
                return 2;
            }
        }
        Map<String, Finding> findings = examine(settings.toArray(String[]::new));
        if (json) {
            out.println(json(findings));
        } else {
            table(findings);
            if (failed(findings) && settings.stream().noneMatch(DEMO::equals)) {
                out.println(HINT.in(french));
            }
        }
        return failed(findings) ? 1 : 0;
    }

    private static boolean failed(Map<String, Finding> findings) {
        return findings.values().stream().anyMatch(each -> each.state() == Finding.State.FAILURE);
    }

    private static Map<String, Finding> examine(String... settings) {
        try {
            return Examination.of(Checks.of(HubEnvironment.read(settings), Path.of("routes")), LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (IOException | RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            return Map.of(
                    "config",
                    Finding.failure(
                            new Said("the settings cannot be read: " + why, "les réglages sont illisibles : " + why),
                            new Said("correct config/application.yaml", "corrigez config/application.yaml")));
        }
    }

    private void table(Map<String, Finding> findings) {
        int width = findings.keySet().stream().mapToInt(String::length).max().orElse(0);
        findings.forEach((name, finding) -> {
            String state = state(finding.state());
            String indent = " ".repeat(state.length() + width + 4);
            out.printf(
                    "%s  %-" + Math.max(1, width) + "s  %s%n",
                    state,
                    name,
                    finding.what().in(french).replace("\n", "\n" + indent));
            if (finding.state() != Finding.State.OK) {
                out.println(indent + "→ " + finding.advice().in(french));
            }
        });
    }

    private String state(Finding.State state) {
        return switch (state) {
            case OK -> french ? "[bon]   " : "[ok]     ";
            case WARNING -> french ? "[avis]  " : "[warning]";
            case FAILURE -> french ? "[échec] " : "[failure]";
        };
    }

    private String json(Map<String, Finding> findings) {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        var checks = answer.putArray("checks");
        findings.forEach((name, finding) -> checks.addObject()
                .put("name", name)
                .put("state", finding.state().name().toLowerCase(Locale.ROOT))
                .put("what", finding.what().in(french))
                .put("advice", finding.advice().in(french)));
        return answer.toString();
    }
}

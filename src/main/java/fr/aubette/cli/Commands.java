package fr.aubette.cli;

import fr.aubette.cli.routing.RoutingCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;

/** The commands that need no server. */
public final class Commands {

    /** Logback reads its configuration from here: on the standard output there is nothing but answers. */
    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    private static final Set<String> NAMES =
            Set.of("explain", "doctor", "match", "citizens", "routing", "verify", "backfile");

    private Commands() {}

    /**
     * Runs the command that the first argument names.
     *
     * @return its exit code; empty when the arguments name none, and the hub is meant
     */
    public static OptionalInt run(String... args) {
        String command = args.length == 0 ? "" : args[0];
        if (!NAMES.contains(command)) {
            return OptionalInt.empty();
        }
        System.setProperty(LOG_CONFIGURATION, "logback-cli.xml");
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        // never closed: of an exception that nobody expected the machine still says what it was
        try {
            return OptionalInt.of(
                    switch (command) {
                        case "explain" -> new Explain(System.in, out, err).run(rest);
                        case "citizens" -> new Citizens(err).run(rest);
                        case "match" -> new Match(err).run(rest);
                        case "backfile" -> new Backfile(err).run(rest);
                        case "verify" -> new Verify(out, err).run(rest);
                        case "routing" -> routing(out, err).run(rest);
                        default -> new Doctor(out, err).run(rest);
                    });
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static RoutingCommand routing(PrintStream out, PrintStream err) {
        Path from = Path.of(System.getProperty("aubette.called-from", ""));
        return new RoutingCommand(HubEnvironment.read().configFolder(), from, out, err, Citizens::connect);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}

package fr.aubette;

import fr.aubette.cli.Commands;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The hub: one process, from every channel to the directorates' queues. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Aubette {

    /** Starts the hub, or runs one of the commands that need none. */
    public static void main(String[] args) {
        OptionalInt command = Commands.run(args);
        if (command.isPresent()) {
            System.exit(command.getAsInt());
        }
        SpringApplication.run(Aubette.class, args);
    }
}

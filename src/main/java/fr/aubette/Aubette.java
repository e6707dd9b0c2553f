package fr.aubette;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The hub: one process, from every channel to the directorates' queues. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Aubette {

    public static void main(String[] args) {
        SpringApplication.run(Aubette.class, args);
    }
}

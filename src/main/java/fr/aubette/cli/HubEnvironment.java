package fr.aubette.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The settings as the hub would read them, from {@code config/application.yaml} and the environment, without it. */
final class HubEnvironment {

    private final ConfigurableEnvironment environment;

    private HubEnvironment(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Reads them.
     *
     * @param arguments settings given at the prompt, for example {@code --aubette.config-dir=/etc/aubette}
     */
    static HubEnvironment read(String... arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null);
        return new HubEnvironment(environment);
    }

    /** The settings of this record, with its defaults. */
    <T> T settings(String prefix, Class<T> type) {
        return Binder.get(environment).bindOrCreate(prefix, type);
    }

    /** One setting, its placeholders filled in; empty text when it is not set. */
    String get(String key) {
        return environment.getProperty(key, "");
    }

    /** To the database of {@code spring.datasource}. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                get("spring.datasource.url"), get("spring.datasource.username"), get("spring.datasource.password"));
    }

    Path configFolder() {
        return Path.of(environment.getProperty("aubette.config-dir", "config"));
    }

    /**
     * A text with its placeholders filled in.
     *
     * @throws IllegalArgumentException if one cannot be
     */
    String resolve(String text) {
        return environment.resolveRequiredPlaceholders(text);
    }
}

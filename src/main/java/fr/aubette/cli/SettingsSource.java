package fr.aubette.cli;

import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;

/** Gives route files the settings by the names that they use for them. */
final class SettingsSource implements PropertiesSource {

    private final HubEnvironment settings;

    SettingsSource(HubEnvironment settings) {
        this.settings = settings;
    }

    @Override
    public String getName() {
        return "settings";
    }

    @Override
    public @Nullable String getProperty(String name) {
        String value = settings.get(name);
        return value.isEmpty() ? null : value;
    }
}

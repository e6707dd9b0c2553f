package fr.aubette.compare;

import java.util.Collection;
import java.util.List;
import no.priv.garshol.duke.Configuration;
import no.priv.garshol.duke.DataSource;
import no.priv.garshol.duke.Database;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.databases.InMemoryDatabase;

/** Duke's configuration without the index that its own begins with, whose library is older than others need. */
record Persons(List<Property> properties, double least) implements Configuration {

    @Override
    public Collection<DataSource> getDataSources() {
        return List.of();
    }

    @Override
    public Collection<DataSource> getDataSources(int group) {
        return List.of();
    }

    @Override
    public Database getDatabase(boolean overwrite) {
        return new InMemoryDatabase();
    }

    @Override
    public double getThreshold() {
        return least;
    }

    @Override
    public double getMaybeThreshold() {
        return 0;
    }

    @Override
    public boolean isDeduplicationMode() {
        return true;
    }

    @Override
    public List<Property> getProperties() {
        return properties;
    }

    @Override
    public Collection<Property> getIdentityProperties() {
        return properties.stream().filter(Property::isIdProperty).toList();
    }

    @Override
    public Property getPropertyByName(String name) {
        return properties.stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<Property> getLookupProperties() {
        return properties;
    }

    @Override
    public void setThreshold(double threshold) {
        throw new UnsupportedOperationException("made once");
    }

    @Override
    public void setDatabase(Database database) {
        throw new UnsupportedOperationException("made once");
    }

    @Override
    public void validate() {
        // made here, so right
    }

    @Override
    public Configuration copy() {
        return this;
    }
}

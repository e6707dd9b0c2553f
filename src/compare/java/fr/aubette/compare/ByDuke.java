package fr.aubette.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.JaroWinklerTokenized;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.databases.InMemoryDatabase;

/** Duke, comparing every line with every other: no block of its own can lose it a pair. */
final class ByDuke {

    private static final double LEAST = 0.3;

    private ByDuke() {}

    /** Two settings; whichever is best for a table counts. */
    enum Setting {
        /** As its documentation sets up persons: what is alike says much. */
        ALIKE,
        /** What differs says more, and what a household shares says little. */
        APART
    }

    static Scored score(Lines lines, Setting setting) {
        List<Property> properties = new ArrayList<>();
        properties.add(new PropertyImpl("ID"));
        lines.columns().forEach(column -> properties.add(property(column, setting == Setting.APART)));
        Processor processor = new Processor(new Persons(properties, LEAST), new InMemoryDatabase());
        List<RecordImpl> records = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            records.add(record(lines, i));
        }
        Scored scored = new Scored(lines);
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < i; j++) {
                double score = processor.compare(records.get(i), records.get(j));
                if (score >= LEAST) {
                    scored.add(i, j, score);
                }
            }
        }
        return scored;
    }

    private static RecordImpl record(Lines lines, int line) {
        RecordImpl record = new RecordImpl();
        record.addValue("ID", lines.ids().get(line));
        for (int c = 0; c < lines.columns().size(); c++) {
            String value = lines.value(line, c);
            if (!value.isEmpty()) {
                record.addValue(lines.columns().get(c), value.toLowerCase(Locale.ROOT));
            }
        }
        return record;
    }

    private static Property property(String column, boolean apart) {
        Comparator near = new JaroWinkler();
        return switch (Kind.of(column)) {
            case NAME -> new PropertyImpl(column, near, apart ? 0.1 : 0.3, apart ? 0.8 : 0.88);
            case ADDRESS -> new PropertyImpl(column, new JaroWinklerTokenized(), 0.35, apart ? 0.6 : 0.8);
            case DATE -> new PropertyImpl(column, new Levenshtein(), apart ? 0.05 : 0.2, 0.92);
            case CODE -> new PropertyImpl(column, new Levenshtein(), 0.3, apart ? 0.7 : 0.95);
            case AREA -> new PropertyImpl(column, near, 0.4, apart ? 0.55 : 0.65);
            case LITTLE -> new PropertyImpl(column, new ExactComparator(), 0.45, 0.55);
        };
    }
}

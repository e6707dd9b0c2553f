package fr.aubette.identify.pairs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One column of the table: each record's value, as a number into the list of different values. */
public final class Column {

    /** The value of a record that has none. */
    static final int NONE = -1;

    /** What a column is of a person. */
    enum Role {
        /** A given name. */
        GIVEN,
        /** A family name. */
        FAMILY,
        /** Another thing that tells the members of a household apart: a birth date, a sex. */
        OWN,
        /** What a household may share, or what is not known. */
        ANY;

        /** Whether those who live together have it in common by chance only. */
        boolean tellsApart() {
            return this == GIVEN || this == OWN;
        }
    }

    private final String name;
    private final ColumnType type;
    private final Role role;
    private final int[] values;
    private final List<String> distinct = new ArrayList<>();
    private final int[] counts;
    private int filled;

    /**
     * A column whose texts are in their form for comparison already.
     *
     * @param role what it is of a person
     */
    Column(String name, ColumnType type, Role role, List<String> texts) {
        this.name = name;
        this.type = type;
        this.role = role;
        this.values = new int[texts.size()];
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> counted = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String text = texts.get(i);
            if (text.isEmpty()) {
                values[i] = NONE;
                continue;
            }
            Integer number = numbers.get(text);
            if (number == null) {
                number = distinct.size();
                numbers.put(text, number);
                distinct.add(text);
                counted.add(0);
            }
            counted.set(number, counted.get(number) + 1);
            values[i] = number;
            filled++;
        }
        counts = counted.stream().mapToInt(Integer::intValue).toArray();
    }

    public String name() {
        return name;
    }

    ColumnType type() {
        return type;
    }

    Role role() {
        return role;
    }

    int value(int record) {
        return values[record];
    }

    String text(int value) {
        return distinct.get(value);
    }

    int distinct() {
        return distinct.size();
    }

    int filled() {
        return filled;
    }

    /** Whether so many have this value that it is hardly a slip for another. */
    boolean established(int value) {
        return counts[value] >= 3;
    }

    /** Chance that another record has this value as well. */
    double chance(int value) {
        return Math.max(0.7, counts[value] - 1) / Math.max(1, filled - 1);
    }

    /** Chance that two records taken at random have the same value. */
    double agreement() {
        double sum = 0;
        for (int count : counts) {
            sum += (double) count * (count - 1);
        }
        return sum / Math.max(1.0, (double) filled * (filled - 1));
    }
}

package fr.aubette.identify.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of one file, or of two one behind the other. */
public final class Table {

    private final List<String> ids;
    private final List<Column> columns;
    private final int border;
    private final List<int[]> exchangeable;

    private Table(List<String> ids, List<Column> columns, int border) {
        this.ids = ids;
        this.columns = columns;
        this.border = border;
        this.exchangeable = exchangeable(columns);
    }

    /**
     * Of columns of text.
     *
     * @param border where the records of the second file begin; the number of records when there is one file only
     * @param told types of columns by header, where the guess is not wanted
     */
    public static Table of(
            List<String> ids, Map<String, List<String>> texts, int border, Map<String, ColumnType> told) {
        List<Column> columns = new ArrayList<>();
        texts.forEach((header, values) -> ColumnGuess.column(header, values, Optional.ofNullable(told.get(header)))
                .ifPresent(columns::add));
        return new Table(List.copyOf(ids), List.copyOf(columns), border);
    }

    public int size() {
        return ids.size();
    }

    public String id(int record) {
        return ids.get(record);
    }

    /** The columns that are compared. */
    public List<Column> columns() {
        return columns;
    }

    /** Columns whose values people exchange: given and family name, first and second line of an address. */
    List<int[]> exchangeable() {
        return exchangeable;
    }

    private static List<int[]> exchangeable(List<Column> columns) {
        List<int[]> found = new ArrayList<>();
        for (int a = 0; a < columns.size(); a++) {
            for (int b = a + 1; b < columns.size(); b++) {
                if (columns.get(a).type() == columns.get(b).type() && exchangeable(columns.get(a), columns.get(b))) {
                    found.add(new int[] {a, b});
                }
            }
        }
        return found;
    }

    private static boolean exchangeable(Column one, Column other) {
        boolean names = one.role() == Column.Role.GIVEN && other.role() == Column.Role.FAMILY
                || one.role() == Column.Role.FAMILY && other.role() == Column.Role.GIVEN;
        boolean numbered = one.name().matches(".*[0-9].*")
                && one.name().replaceAll("[0-9]", "").equals(other.name().replaceAll("[0-9]", ""));
        return names || numbered && (one.type() == ColumnType.NAME || one.type() == ColumnType.TEXT);
    }

    /** How many pairs there are that may be one person. */
    double pairs() {
        double n = size();
        return twoFiles() ? border * (n - border) : n * (n - 1) / 2;
    }

    boolean twoFiles() {
        return border < size();
    }

    /** Whether two records may be one person: in two files, one of each. */
    boolean comparable(int one, int other) {
        return one != other && (!twoFiles() || one < border != other < border);
    }

    int border() {
        return border;
    }
}

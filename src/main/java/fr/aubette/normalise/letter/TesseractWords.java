package fr.aubette.normalise.letter;

import java.util.List;

/** Tesseract's table of words, one a row: level, page, block, paragraph, line, word, box (4), confidence, text. */
final class TesseractWords {

    private static final int COLUMNS = 12;

    /** The level of a row that holds a word; higher ones announce blocks and lines. */
    private static final String WORD = "5";

    private TesseractWords() {}

    /** Joins the words in the order given: lines stay lines, an empty line parts blocks. */
    static PageResult result(int number, String table) {
        StringBuilder text = new StringBuilder();
        double confidence = 0;
        int words = 0;
        List<String> before = List.of();
        for (String row : table.split("\n")) {
            String[] cells = row.split("\t", COLUMNS);
            if (cells.length < COLUMNS || !cells[0].equals(WORD) || cells[11].isBlank()) {
                continue;
            }
            List<String> line = List.of(cells[2], cells[3], cells[4]);
            text.append(gap(before, line)).append(cells[11].strip());
            before = line;
            confidence += Double.parseDouble(cells[10]);
            words++;
        }
        int mean = words == 0 ? 0 : (int) Math.max(0, Math.min(100, Math.round(confidence / words)));
        return PageResult.read(number, text.toString(), mean);
    }

    private static String gap(List<String> before, List<String> line) {
        if (before.isEmpty()) {
            return "";
        }
        if (before.equals(line)) {
            return " ";
        }
        return before.subList(0, 2).equals(line.subList(0, 2)) ? "\n" : "\n\n";
    }
}

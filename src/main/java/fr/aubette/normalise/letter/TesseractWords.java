package fr.aubette.normalise.letter;

import java.util.ArrayList;
import java.util.List;

/** Tesseract's table of words, one a row: level, page, block, paragraph, line, word, box (4), confidence, text. */
final class TesseractWords {

    private static final int COLUMNS = 12;

    /** The level of a row that holds a word; higher ones announce blocks and lines. */
    private static final String WORD = "5";

    /** Mean confidence of a page that was read well, and of a line that was hardly read. */
    private static final int READ_WELL = 80;

    private static final int HARDLY = 45;

    /** Words of a signature, at most. */
    private static final int SHORT = 4;

    private TesseractWords() {}

    /**
     * Joins the words in the order given: lines stay lines, an empty line parts blocks. A short line that was hardly
     * read on a page that was read well is a signature or a speck, and is left out.
     */
    static PageResult result(int number, String table) {
        List<Line> lines = new ArrayList<>();
        for (String row : table.split("\n")) {
            String[] cells = row.split("\t", COLUMNS);
            if (cells.length == COLUMNS && cells[0].equals(WORD) && !cells[11].isBlank()) {
                List<String> place = List.of(cells[2], cells[3], cells[4]);
                if (lines.isEmpty() || !lines.get(lines.size() - 1).place().equals(place)) {
                    lines.add(new Line(place, new ArrayList<>(), new ArrayList<>()));
                }
                Line line = lines.get(lines.size() - 1);
                line.texts().add(cells[11].replaceAll("\\s+", ""));
                line.words().add(word(cells));
            }
        }
        if (confidence(lines) >= READ_WELL) {
            lines.removeIf(Line::isScrawl);
        }
        List<Word> words = lines.stream().flatMap(line -> line.words().stream()).toList();
        return PageResult.read(number, text(lines), (int) Math.round(confidence(lines)), words);
    }

    /** A line of words, and its place: block, paragraph, line. */
    private record Line(List<String> place, List<String> texts, List<Word> words) {

        /** A few words of letters alone, hardly read, the longer ones counting for more. */
        boolean isScrawl() {
            long letters = 0;
            long sure = 0;
            for (int i = 0; i < words.size(); i++) {
                letters += texts.get(i).length();
                sure += (long) texts.get(i).length() * words.get(i).confidence();
            }
            return words.size() <= SHORT
                    && sure < HARDLY * letters
                    && texts.stream().noneMatch(text -> text.matches(".*[@\\d].*"));
        }
    }

    private static double confidence(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.words().stream())
                .mapToInt(Word::confidence)
                .average()
                .orElse(0);
    }

    private static String text(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        List<String> before = List.of();
        for (Line line : lines) {
            boolean same = !before.isEmpty()
                    && before.subList(0, 2).equals(line.place().subList(0, 2));
            text.append(before.isEmpty() ? "" : same ? "\n" : "\n\n").append(String.join(" ", line.texts()));
            before = line.place();
        }
        return text.toString();
    }

    private static Word word(String[] cells) {
        return new Word(
                percent(Double.parseDouble(cells[10])),
                Integer.parseInt(cells[6]),
                Integer.parseInt(cells[7]),
                Integer.parseInt(cells[8]),
                Integer.parseInt(cells[9]));
    }

    private static int percent(double confidence) {
        return (int) Math.max(0, Math.min(100, Math.round(confidence)));
    }
}

package fr.aubette.store.normalise;

import fr.aubette.normalise.letter.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The places of a page's words as column {@code page.words} keeps them: five numbers each, parted by blanks. */
final class PageWords {

    private static final int NUMBERS = 5;

    private PageWords() {}

    static String write(List<Word> words) {
        return words.stream()
                .map(word -> word.confidence() + " " + word.left() + " " + word.top() + " " + word.width() + " "
                        + word.height())
                .collect(Collectors.joining(" "));
    }

    static List<Word> read(String text) {
        String[] numbers = text.isEmpty() ? new String[0] : text.split(" ");
        List<Word> words = new ArrayList<>();
        for (int i = 0; i + NUMBERS <= numbers.length; i += NUMBERS) {
            words.add(new Word(
                    Integer.parseInt(numbers[i]),
                    Integer.parseInt(numbers[i + 1]),
                    Integer.parseInt(numbers[i + 2]),
                    Integer.parseInt(numbers[i + 3]),
                    Integer.parseInt(numbers[i + 4])));
        }
        return words;
    }
}

package fr.aubette.switchboard;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Finds colleagues by the beginnings of words, as one types: accents, case and order do not count. */
@Component
public class DirectorySearch {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    private final List<Directory> directories;
    private volatile Folded folded = new Folded(List.of(), List.of(), List.of());

    /** Over the colleagues of all these, those of the first one first. */
    DirectorySearch(List<Directory> directories) {
        this.directories = List.copyOf(directories);
    }

    /** Whoever matches every word, those whose name does first; the first of all when no word is given. */
    public List<Colleague> search(String words, int limit) {
        String[] asked = BETWEEN.split(fold(words).strip());
        List<Hit> hits = new ArrayList<>();
        for (Entry each : current().entries()) {
            int rank = each.rank(asked);
            if (rank >= 0) {
                hits.add(new Hit(each.colleague(), rank));
            }
        }
        return hits.stream()
                .sorted(Comparator.comparingInt(Hit::rank)
                        .thenComparing(hit -> hit.colleague().name()))
                .limit(limit)
                .map(Hit::colleague)
                .toList();
    }

    /** Who answers for somebody who is away: the line of the deputy's name. */
    public Optional<Colleague> deputy(Colleague away) {
        String name = fold(away.deputy());
        return current().all().stream()
                .filter(each -> !name.isBlank() && fold(each.name()).equals(name))
                .findFirst();
    }

    /** When the oldest lines were read that cannot be asked for any more; empty while all can. */
    public Optional<Instant> staleSince() {
        return directories.stream().flatMap(each -> each.staleSince().stream()).min(Comparator.naturalOrder());
    }

    /** Folding thousands of lines at each letter typed would be felt: done once for each reading of a directory. */
    private Folded current() {
        List<List<Colleague>> read = directories.stream().map(Directory::all).toList();
        Folded now = folded;
        if (!now.isOf(read)) {
            List<Colleague> all = read.stream().flatMap(List::stream).toList();
            now = new Folded(read, all, all.stream().map(Entry::of).toList());
            folded = now;
        }
        return now;
    }

    private static String fold(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe");
        return " " + BETWEEN.matcher(plain).replaceAll(" ");
    }

    private record Folded(List<List<Colleague>> from, List<Colleague> all, List<Entry> entries) {

        /** Whether it was made of these very readings. */
        boolean isOf(List<List<Colleague>> read) {
            return from.size() == read.size()
                    && IntStream.range(0, read.size()).allMatch(i -> from.get(i) == read.get(i));
        }
    }

    private record Hit(Colleague colleague, int rank) {}

    /** A line with its texts folded, the likelier to be looked for first; each begins with a space. */
    private record Entry(Colleague colleague, List<String> texts) {

        static Entry of(Colleague each) {
            String digits = " " + each.phone().replaceAll("\\D", "");
            return new Entry(
                    each,
                    List.of(
                            fold(each.name()),
                            fold(each.role() + " " + each.service() + " " + each.words()) + digits,
                            fold(each.directorate() + " " + each.site())));
        }

        /** Sum over the words of the place where each is found; -1 when one is nowhere. */
        int rank(String[] asked) {
            int sum = 0;
            for (String word : asked) {
                int place = place(" " + word);
                if (place < 0) {
                    return -1;
                }
                sum += place;
            }
            return sum;
        }

        private int place(String beginning) {
            for (int i = 0; i < texts.size(); i++) {
                if (texts.get(i).contains(beginning)) {
                    return i;
                }
            }
            return -1;
        }
    }
}

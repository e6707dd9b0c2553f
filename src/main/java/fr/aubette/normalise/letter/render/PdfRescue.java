package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pages that can still be told apart in a PDF whose end has not come. Many scanners write the list of the pages
 * last: without it none would be found, though nearly all are there; where the list came first, PDFBox strikes from it
 * what is missing and says nothing.
 */
final class PdfRescue {

    private static final Pattern OBJECT = Pattern.compile("(?<!\\d)(\\d{1,7}\\s\\d{1,5})\\sobj(?![a-z])|\\bendobj\\b");
    private static final Pattern KIND = Pattern.compile("/Type\\s*/(Pages?)(?![A-Za-z])");
    private static final Pattern KIDS = Pattern.compile("/Kids\\s*\\[([^\\]]*)\\]");
    private static final Pattern REFERENCE = Pattern.compile("(\\d{1,7}\\s\\d{1,5})\\sR");
    private static final Pattern ENDS = Pattern.compile("endobj|stream");

    private static final int CHUNK = 4 * 1024 * 1024;

    /** As far as a dictionary is looked at: the list of a thousand pages is shorter. */
    private static final int DICTIONARY = 32 * 1024;

    /** Numbers that the objects added at the end bear; no scanner counts as far. */
    private static final int CATALOGUE = 9_000_000;

    private final Path file;
    private final Set<String> pages = new LinkedHashSet<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private long sound;

    private PdfRescue(Path file) {
        this.file = file;
    }

    static PdfRescue look(Path file) throws IOException {
        PdfRescue rescue = new PdfRescue(file);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            rescue.sound = in.length();
            for (long at = 0; at < in.length(); at += CHUNK) {
                rescue.look(read(in, at), at, in.length());
            }
        }
        return rescue;
    }

    private static String read(RandomAccessFile in, long at) throws IOException {
        byte[] bytes = new byte[(int) Math.min(CHUNK + DICTIONARY, in.length() - at)];
        in.seek(at);
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void look(String chunk, long at, long length) {
        Matcher object = OBJECT.matcher(chunk);
        while (object.find() && object.start() < CHUNK) {
            if (object.group(1) == null) {
                sound = length;
            } else {
                sound = at + object.start();
                dictionary(
                        object.group(1),
                        chunk.substring(object.end(), Math.min(chunk.length(), object.end() + DICTIONARY)));
            }
        }
    }

    private void dictionary(String reference, String text) {
        Matcher end = ENDS.matcher(text);
        Matcher kind = KIND.matcher(text);
        if (!end.find() || !kind.region(0, end.start()).find()) {
            return;
        }
        if (kind.group(1).equals("Page")) {
            pages.add(reference);
            return;
        }
        Matcher kids = KIDS.matcher(text).region(0, end.start());
        lists.put(
                reference,
                kids.find()
                        ? REFERENCE
                                .matcher(kids.group(1))
                                .results()
                                .map(one -> one.group(1))
                                .toList()
                        : List.of());
    }

    /** Whether nothing tells of a page. */
    boolean isEmpty() {
        return pages.isEmpty() && lists.values().stream().allMatch(List::isEmpty);
    }

    /** Whether a list tells how many pages there should be. */
    boolean knowsAll() {
        return !lists.isEmpty();
    }

    /** A file beside: what came, without the object in whose middle it was cut, and a list of its pages at the end. */
    Path mended() throws IOException {
        Path mended = file.resolveSibling(file.getFileName() + ".mended");
        Files.copy(file, mended, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(mended, StandardOpenOption.WRITE)) {
            channel.truncate(sound);
        }
        return Files.writeString(mended, end(), StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
    }

    private String end() {
        List<String> order = order();
        StringBuilder end = new StringBuilder("\nendobj\n");
        List<String> kids = new ArrayList<>();
        int number = CATALOGUE + 2;
        for (String page : order) {
            if (pages.contains(page)) {
                kids.add(page + " R");
            } else {
                kids.add(number + " 0 R");
                end.append(number++)
                        .append(" 0 obj\n<</Type/Page/")
                        .append(PdfTree.MISSING.getName())
                        .append(" true>>\nendobj\n");
            }
        }
        end.append(CATALOGUE + 1)
                .append(" 0 obj\n<</Type/Pages/Count ")
                .append(kids.size())
                .append("/Kids[");
        end.append(String.join(" ", kids)).append("]>>\nendobj\n").append(CATALOGUE);
        end.append(" 0 obj\n<</Type/Catalog/Pages ").append(CATALOGUE + 1).append(" 0 R>>\nendobj\n");
        end.append("trailer\n<</Root ").append(CATALOGUE).append(" 0 R>>\nstartxref\n0\n%%EOF\n");
        return end.toString();
    }

    /** The pages as the lists name them, also those that are missing; pages of no list in the order of the file. */
    private List<String> order() {
        Set<String> named = lists.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Set<String> order = new LinkedHashSet<>();
        lists.keySet().stream().filter(list -> !named.contains(list)).forEach(list -> expand(list, order));
        order.removeAll(lists.keySet());
        order.addAll(pages);
        return List.copyOf(order);
    }

    private void expand(String node, Set<String> order) {
        if (order.add(node)) {
            lists.getOrDefault(node, List.of()).forEach(kid -> expand(kid, order));
        }
    }
}

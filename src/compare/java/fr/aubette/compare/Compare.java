package fr.aubette.compare;

import com.esotericsoftware.minlog.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the pairs of {@code aubette match --pairs} against those of other libraries, each at the threshold that is best
 * for it; {@code Compare invent FOLDER} makes tables, {@code Compare TABLE.csv PAIRS.csv [ID [CLUSTER]]} compares.
 */
final class Compare {

    /** FEBRL's way to say it: {@code rec-223-org}, {@code rec-223-dup-0}. */
    private static final String FEBRL = "rec-(\\d+)";

    private Compare() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("invent")) {
            Invented.tables(Path.of(args[1]));
            return;
        }
        Log.set(Log.LEVEL_ERROR);
        Lines lines = Lines.read(
                Path.of(args[0]), args.length > 2 ? args[2] : "rec_id", args.length > 3 ? args[3] : FEBRL);
        System.out.printf("%s: %d lines, %d pairs of one person%n", args[0], lines.size(), lines.pairs());
        Scored ours = ours(lines, Path.of(args[1]));
        say("aubette at 0.5", ours.at(0.5));
        say("aubette", ours.best());
        for (ByDuke.Setting setting : ByDuke.Setting.values()) {
            say("Duke " + setting, ByDuke.score(lines, setting).best());
        }
        say("fuzzy-matcher", ByFuzzyMatcher.score(lines).best());
        for (ByJedai.Way way : ByJedai.Way.values()) {
            say("JedAI " + way, ByJedai.score(lines, way).best());
        }
    }

    private static void say(String who, String what) {
        System.out.printf("  %-16s %s%n", who, what);
    }

    private static Scored ours(Lines lines, Path pairs) throws IOException {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            at.put(lines.ids().get(i), i);
        }
        Scored scored = new Scored(lines);
        List<String> rows = Files.readAllLines(pairs);
        for (String row : rows.subList(1, rows.size())) {
            String[] fields = row.split(",", -1);
            scored.add(at.get(fields[0]), at.get(fields[1]), Double.parseDouble(fields[2]));
        }
        return scored;
    }
}

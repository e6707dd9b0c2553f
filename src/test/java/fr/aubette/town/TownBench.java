package fr.aubette.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decisions beside the truth: {@code write FOLDER [CONTACTS [CITIZENS [SEED]]]} invents a town, {@code score REGISTER
 * CONTACTS DECISIONS} says how well its contacts were decided.
 */
final class TownBench {

    private TownBench() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("score")) {
            System.out.print(TownFiles.score(Path.of(args[1]), Path.of(args[2]), Path.of(args[3])));
            return;
        }
        TownFiles.write(
                Files.createDirectories(Path.of(args[1])),
                number(args, 3, 12_000),
                number(args, 2, 20_000),
                number(args, 4, 41));
    }

    private static int number(String[] args, int at, int unlessTold) {
        return args.length > at ? Integer.parseInt(args[at]) : unlessTold;
    }
}

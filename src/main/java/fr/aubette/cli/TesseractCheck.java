package fr.aubette.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whether the program that reads letters is there, with its language data. */
record TesseractCheck(String program, String language) implements Check {

    @Override
    public Finding look() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program, "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            List<String> languages = new String(process.getInputStream().readNBytes(1 << 20), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .toList();
            process.waitFor(1, TimeUnit.SECONDS);
            List<String> missing = List.of(language.split("\\+", -1)).stream()
                    .filter(each -> !languages.contains(each))
                    .toList();
            return missing.isEmpty()
                    ? Finding.ok("reads " + language, "lit " + language)
                    : without("no language data for " + missing, "aucune donnée de langue pour " + missing);
        } catch (IOException e) {
            return without(program + " is not installed", program + " n'est pas installé");
        }
    }

    private static Finding without(String english, String french) {
        return Finding.warning(
                new Said(
                        english + ": letters go to triage unread",
                        french + " : les courriers iront à qualifier non lus"),
                new Said(
                        "on Debian: apt-get install tesseract-ocr tesseract-ocr-fra",
                        "sous Debian : apt-get install tesseract-ocr tesseract-ocr-fra"));
    }
}

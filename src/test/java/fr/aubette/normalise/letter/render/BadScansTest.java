package fr.aubette.normalise.letter.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection of files that a drop folder met or may meet, each with what comes of it. */
class BadScansTest {

    private static final Path FILES = Path.of("src/test/resources/bad-scans");
    private static final Limits LIMITS = new Limits(1000, 40_000_000, 300);
    private static final String NO_SCAN = "ni un PDF, ni un TIFF, ni un JPEG";

    private static final Map<String, String> OUTCOMES = new TreeMap<>(Map.ofEntries(
            Map.entry("action.pdf", "read"),
            Map.entry("bande.tif", "dépassent la fin du fichier"),
            Map.entry("bandes.tif", "dépassent la fin du fichier"),
            Map.entry("boucle.pdf", "tournent en boucle"),
            Map.entry("boucle.tif", "tourne en boucle"),
            Map.entry("boucle2.tif", "tourne en boucle"),
            Map.entry("bruit.pdf", NO_SCAN),
            Map.entry("chiffre.pdf", "mot de passe"),
            Map.entry("compte.pdf", "in part: le PDF annonce 2000000000 pages, 1 y ont été trouvées"),
            Map.entry("coupe.jpg", "endommagée"),
            Map.entry("crc.png", "endommagée"),
            Map.entry("dehors.tif", "tronqué"),
            Map.entry("dim.tif", "trop grande (4294967295 x 4294967295 points"),
            Map.entry("enorme.jpg", "trop grande (65500 x 65500 points"),
            Map.entry("entete.pdf", "tronqué"),
            Map.entry("exif.jpg", "endommagée"),
            Map.entry("facture.pdf.exe", NO_SCAN),
            Map.entry("geant.pdf", "trop grande"),
            Map.entry("grand.png", "trop grande (50000 x 50000 points"),
            Map.entry("image50k.pdf", "trop grande (50000 x 50000 points"),
            Map.entry("jbig2.pdf", "endommagée"),
            Map.entry("longueur.pdf", "pas arrivé"),
            Map.entry("max.png", "trop grande (2147483647 x 2147483647 points"),
            Map.entry("negatif.pdf", "pas de surface"),
            Map.entry("ok.pdf", "read"),
            Map.entry("page.pdf", NO_SCAN),
            Map.entry("photo.pdf", "endommagée"),
            Map.entry("prev.pdf", "read"),
            Map.entry("restreint.pdf", "read"),
            Map.entry("sans_xref.pdf", "in part: la fin du PDF manque"),
            Map.entry("tronque.pdf", "in part: la page n'est pas arrivée"),
            Map.entry("vide.pdf", "vide"),
            Map.entry("zero.png", "endommagée"),
            Map.entry("zero_page.pdf", "aucune page")));

    @TempDir
    Path folder = Path.of("");

    @Test
    void ends_each_as_it_must() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                found.put(name, outcome(Files.copy(file, folder.resolve(name))));
            }
        }

        assertThat(found.keySet()).isEqualTo(new TreeSet<>(OUTCOMES.keySet()));
        found.forEach((name, outcome) -> assertThat(outcome).as(name).contains(OUTCOMES.get(name)));
    }

    private String outcome(Path file) throws IOException {
        String last = "";
        int read = 0;
        try (ScanFile scan = ScanFiles.open(file, LIMITS)) {
            last = scan.damage().orElse("");
            for (int number = 1; number <= scan.pages(); number++) {
                try {
                    scan.render(number, folder.resolve(number + ".pgm"), folder.resolve(number + ".txt"));
                    read++;
                } catch (Unreadable e) {
                    last = e.reason();
                }
            }
        } catch (Unreadable e) {
            return e.reason();
        }
        return read == 0 ? last : last.isEmpty() ? "read" : "in part: " + last;
    }
}

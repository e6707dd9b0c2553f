package fr.aubette.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Makes typewritten pages as they lie in an archive, each with what it says: {@code ArchivePages FOLDER PAGES SEED}.
 * What spoils them goes by the page's number; fonts, words and places by the seed.
 */
public final class ArchivePages {

    private static final List<String> WORDS = List.of(
            "le",
            "la",
            "les",
            "de",
            "du",
            "des",
            "et",
            "que",
            "qui",
            "dans",
            "pour",
            "par",
            "sur",
            "avec",
            "sans",
            "préfecture",
            "département",
            "assistance",
            "dossier",
            "commission",
            "arrêté",
            "secours",
            "hôpital",
            "famille",
            "délibération",
            "séance",
            "Conseil général",
            "allocation",
            "demande",
            "décision",
            "rapport",
            "inspecteur",
            "pupille",
            "nourrice",
            "placement",
            "mensuel",
            "francs",
            "versement",
            "mandat",
            "trésorier",
            "adjoint",
            "honneur",
            "transmettre",
            "ci-joint",
            "copie",
            "certificat",
            "médecin",
            "vieillard",
            "infirme",
            "domicile",
            "commune",
            "maire",
            "canton",
            "arrondissement",
            "requête",
            "avis",
            "favorable",
            "prier",
            "agréer",
            "considération",
            "bordereau",
            "pièces",
            "enquête",
            "sociale",
            "épouse",
            "enfants",
            "âgé",
            "né",
            "été",
            "l'intéressé",
            "d'office",
            "jusqu'à",
            "aujourd'hui",
            "1947",
            "1953",
            "12.500",
            "n° 348",
            "(art. 17)",
            "3e");

    private static final List<String> LINES = List.of(
            "DÉPARTEMENT DE LA HAUTE-BRENNE",
            "PRÉFECTURE - 3e DIVISION",
            "Assistance publique",
            "Le Préfet de la Haute-Brenne",
            "à Monsieur le Maire de Brennac",
            "OBJET : Assistance aux vieillards",
            "Réf. : votre lettre du 14 mars 1951");

    private final Random random;
    private final ObjectMapper json = new ObjectMapper();

    private ArchivePages(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws IOException {
        new ArchivePages(Long.parseLong(args[2])).write(Path.of(args[0]), Integer.parseInt(args[1]));
    }

    private void write(Path folder, int pages) throws IOException {
        Files.createDirectories(folder);
        List<String> truths = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            ArchiveSheet.Spoilt how = ArchiveSheet.Spoilt.values()[page % ArchiveSheet.Spoilt.values().length];
            String name = "page%03d.jpg".formatted(page);
            List<List<String>> columns = columns(how);
            BufferedImage picture = new ArchiveSheet(random, how).of(columns);
            jpeg(picture, folder.resolve(name));
            truths.add(truth(name, how, columns));
        }
        Files.write(folder.resolve("truth.jsonl"), truths);
    }

    private List<List<String>> columns(ArchiveSheet.Spoilt how) {
        List<String> head = new ArrayList<>(LINES.subList(0, 2 + random.nextInt(LINES.size() - 2)));
        if (how == ArchiveSheet.Spoilt.COLUMNS) {
            return List.of(body(head, 24 + random.nextInt(10), 32), body(List.of(), 24 + random.nextInt(10), 32));
        }
        return List.of(body(head, 18 + random.nextInt(16), 62));
    }

    private List<String> body(List<String> head, int count, int width) {
        List<String> lines = new ArrayList<>(head);
        for (int line = 0; line < count; line++) {
            StringBuilder text = new StringBuilder();
            for (String word = word(); text.length() + word.length() < width; word = word()) {
                text.append(text.length() == 0 ? "" : " ").append(word);
            }
            lines.add(text + (random.nextInt(5) == 0 ? "." : random.nextInt(5) == 0 ? "," : ""));
        }
        return lines;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Two columns are read one after the other. */
    private String truth(String name, ArchiveSheet.Spoilt how, List<List<String>> columns) throws IOException {
        ObjectNode truth = json.createObjectNode().put("file", name).put("handwriting_like", false);
        ObjectNode page = truth.putArray("pages").addObject();
        page.put("page", 1)
                .put("kind", "letter")
                .put("rotation", 0)
                .put("profile", how.name().toLowerCase());
        page.put(
                "text", String.join("\n", columns.stream().flatMap(List::stream).toList()));
        ArrayNode letters = truth.putArray("letters");
        letters.addObject().putArray("pages").add(1);
        return json.writeValueAsString(truth);
    }

    private static void jpeg(BufferedImage picture, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(0.8f);
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new javax.imageio.IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
    }
}

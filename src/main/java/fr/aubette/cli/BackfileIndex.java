package fr.aubette.cli;

import fr.aubette.identify.match.Sightings;
import fr.aubette.model.Person;
import fr.aubette.settings.CsvReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The index of a stock: a row for each file, with the case file and the person that it belongs to. */
final class BackfileIndex implements Closeable {

    private static final Set<String> FILE = Set.of("file", "fichier", "chemin", "path", "document", "nom fichier");
    private static final Set<String> CASE = Set.of(
            "case file", "case", "dossier", "numero dossier", "n dossier", "no dossier", "num dossier", "reference");

    private final CsvReader reader;
    private final PersonColumns persons;
    private final int file;
    private final int caseFile;

    /** @param told lines such as {@code file=Chemin}, {@code case=N° MDPH}, {@code last_name=Nom usuel} */
    BackfileIndex(Path index, List<String> told) throws IOException {
        reader = new CsvReader(index);
        file = column("file", FILE, told);
        caseFile = column("case", CASE, told);
        if (file < 0) {
            reader.close();
            throw new WrongUsage(
                    "no column of the index names the files: tell it, --column file=HEADER",
                    "aucune colonne de l'index ne nomme les fichiers : dites-la, --column file=INTITULÉ");
        }
        persons = PersonColumns.of(
                reader.header(),
                PersonColumns.Mapping.of(told.stream()
                        .filter(line -> !line.startsWith("file=") && !line.startsWith("case="))
                        .toList()));
    }

    /**
     * A row.
     *
     * @param line in the index
     * @param path below the folder, with slashes
     */
    record Row(long line, String path, String caseFile, Person person) {}

    private int column(String kind, Set<String> words, List<String> told) {
        Optional<String> header = told.stream()
                .filter(line -> line.startsWith(kind + "="))
                .map(line -> PersonColumns.folded(line.substring(kind.length() + 1)))
                .findFirst();
        List<String> headers =
                reader.header().stream().map(PersonColumns::folded).toList();
        for (int i = 0; i < headers.size(); i++) {
            String each = headers.get(i);
            if (header.map(each::equals).orElseGet(() -> words.contains(each))) {
                return i;
            }
        }
        if (header.isPresent()) {
            throw new WrongUsage("no column is named as told for " + kind, "aucune colonne de ce nom pour " + kind);
        }
        return -1;
    }

    /** The next row that names a file. */
    Optional<Row> next() throws IOException {
        for (Optional<List<String>> next = reader.next(); next.isPresent(); next = reader.next()) {
            List<String> row = next.get();
            String path = path(row.get(file));
            if (!path.isEmpty()) {
                return Optional.of(new Row(
                        reader.line(),
                        path,
                        caseFile < 0 ? "" : row.get(caseFile).strip(),
                        person(row)));
            }
        }
        return Optional.empty();
    }

    /** As written by Windows or not, from the folder on. */
    static String path(String written) {
        return written.strip().replace('\\', '/').replaceFirst("^(\\./|/)+", "");
    }

    private Person person(List<String> row) {
        Sightings.Said said = PersonFiles.said(persons, row);
        String address = Stream.of(said.address(), (said.postcode() + " " + said.town()).strip())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        List<String> mails = new ArrayList<>();
        said.mails().forEach(mail -> mails.add(mail.strip().toLowerCase(Locale.ROOT)));
        return new Person(
                filled(said.name()),
                filled(said.lastName()),
                filled(said.firstName()),
                said.birth(),
                said.phones(),
                mails,
                filled(address));
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text.strip()).filter(each -> !each.isEmpty());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

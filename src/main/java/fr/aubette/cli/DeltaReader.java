package fr.aubette.cli;

import fr.aubette.cli.DeltaRow.Filed;
import fr.aubette.cli.PersonColumns.Kind;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Sightings;
import fr.aubette.identify.name.Letters;
import fr.aubette.model.CaseFile;
import fr.aubette.model.Refused;
import fr.aubette.settings.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what a directorate's software tells, and leaves out what must not travel before anything else sees it. */
final class DeltaReader {

    private static final Set<String> NOT_WITHHELD = Set.of("", "n", "non", "no", "0", "false", "faux", "f");
    private static final int SHORTEST_NUMBER = 4;
    private static final int LONGEST = 200;

    /** Rows looked at to tell whether a column holds national numbers. */
    private static final int SAMPLE = 200;

    private final String source;
    private final DeltaSettings settings;
    private final PersonColumns columns;
    private final List<String> leftOut = new ArrayList<>();

    /**
     * Knows a file by its header and its first rows.
     *
     * @throws WrongUsage if a column that is asked for holds national numbers
     */
    DeltaReader(String source, DeltaSettings settings, Path file) throws IOException {
        this.source = source;
        this.settings = settings;
        PersonColumns.Mapping mapping = settings.mapping();
        try (CsvReader reader = new CsvReader(file)) {
            PersonColumns told = PersonColumns.of(reader.header(), mapping);
            Set<Integer> national = national(reader);
            for (int place : national) {
                String header = reader.header().get(place);
                if (mapping.columns().containsKey(PersonColumns.folded(header))) {
                    throw new WrongUsage(
                            "column '" + header + "' holds national numbers, which never travel",
                            "la colonne « " + header + " » contient des numéros de sécurité sociale : jamais repris");
                }
                leftOut.add(header);
            }
            columns = told.without(national);
        }
    }

    private static Set<Integer> national(CsvReader reader) throws IOException {
        List<String> header = reader.header();
        Set<Integer> national = new HashSet<>();
        Map<Integer, Integer> filled = new HashMap<>();
        Map<Integer, Integer> are = new HashMap<>();
        Optional<List<String>> row = reader.next();
        for (int n = 0; n < SAMPLE && row.isPresent(); n++) {
            for (int i = 0; i < header.size(); i++) {
                String cell = row.get().get(i).strip();
                filled.merge(i, cell.isEmpty() ? 0 : 1, Integer::sum);
                are.merge(i, Nir.is(cell) ? 1 : 0, Integer::sum);
            }
            row = reader.next();
        }
        for (int i = 0; i < header.size(); i++) {
            int some = are.getOrDefault(i, 0);
            if (Nir.names(header.get(i)) || 2 * some > filled.getOrDefault(i, 0)) {
                national.add(i);
            }
        }
        return national;
    }

    /** A person of whom nothing is told any more. */
    static DeltaRow.Told nothing(UUID person) {
        Sightings.Said nothing =
                new Sightings.Said("", "", "", Optional.empty(), List.of(), List.of(), "", "", "", false);
        return new DeltaRow.Told("", "", nothing, Sightings.profile(person.toString(), nothing, "", ""));
    }

    /** Headers of columns that must not travel. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /**
     * What a row says.
     *
     * @throws Refused if nothing can be made of it, with the reason
     */
    DeltaRow read(List<String> fields) {
        for (int place : columns.read()) {
            String cell = fields.get(place);
            if (Nir.is(cell)) {
                throw new Refused("a national number, not kept / un numéro de sécurité sociale, non repris");
            }
            if (cell.indexOf('\0') >= 0 || cell.length() > LONGEST) {
                throw new Refused("a field is too long / un champ est trop long");
            }
        }
        Optional<Filed> file = filed(fields);
        Sightings.Said said = PersonFiles.said(columns, fields);
        UUID person = person(fields, said, file);
        String born = columns.text(fields, Kind.BIRTH_DATE);
        if (!born.isBlank() && said.birth().isEmpty()) {
            throw new Refused("no date of birth / pas une date de naissance");
        }
        DeltaRow.Told told = new DeltaRow.Told(
                said.lastName().isBlank()
                        ? said.name().strip()
                        : said.lastName().strip(),
                said.firstName().strip(),
                said,
                Sightings.profile(
                        person.toString(),
                        said,
                        columns.text(fields, Kind.BIRTH_NAME),
                        columns.text(fields, Kind.SEX)));
        if (KnownText.facts(told.profile()).stream()
                .noneMatch(fact -> fact.kind().equals("surname"))) {
            throw new Refused("no name / sans nom");
        }
        return new DeltaRow(person, told, file, withheld(fields, file));
    }

    /** The number of the case file of a row, as compared. */
    Optional<String> number(List<String> fields) {
        return Optional.of(CaseFile.folded(columns.text(fields, Kind.CASE_FILE)))
                .filter(number -> !number.isEmpty());
    }

    private Optional<Filed> filed(List<String> fields) {
        String written = columns.text(fields, Kind.CASE_FILE).strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        String number = CaseFile.folded(written);
        if (number.length() < SHORTEST_NUMBER || number.chars().noneMatch(Character::isDigit)) {
            throw new Refused("no case-file number / pas un numéro de dossier");
        }
        return Optional.of(new Filed(
                number,
                written,
                columns.text(fields, Kind.REFERENT).strip(),
                columns.text(fields, Kind.SECTOR).strip()));
    }

    /** Without an identifier, a person is who bears this first name and birth date in this case file. */
    private UUID person(List<String> fields, Sightings.Said said, Optional<Filed> file) {
        String id = columns.hasId() ? columns.id(fields).strip() : "";
        if (id.isEmpty() && (columns.hasId() || file.isEmpty())) {
            throw new Refused("no identifier / sans identifiant");
        }
        String key = id.isEmpty()
                ? file.map(Filed::number).orElse("") + "|" + Letters.fold(said.firstName()) + "|"
                        + said.birth().map(Object::toString).orElse("")
                : id;
        return UUID.nameUUIDFromBytes((source + "|" + key).getBytes(StandardCharsets.UTF_8));
    }

    private boolean withheld(List<String> fields, Optional<Filed> file) {
        boolean marked = columns.texts(fields, Kind.WITHHELD).stream()
                .map(Letters::fold)
                .anyMatch(mark -> !NOT_WITHHELD.contains(mark));
        String letters = file.map(Filed::number)
                .orElse("")
                .chars()
                .takeWhile(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return marked || settings.withheld().contains(letters);
    }
}

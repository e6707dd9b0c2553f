package fr.aubette.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one directorate's software tells of persons. Prefix {@code aubette.citizens.sources.<name>}, file
 * {@code config/application.yaml}.
 *
 * @param directorate code of who deals with its case files
 * @param columns headers by kind, as {@code case-file: NODOSSIER}; several for a kind with commas between them; others
 *     are told by their own words
 * @param whole whether each file tells of all that stands, so that what is missing has ended
 * @param mostEnded share of the standing case files, 0 to 1, that may end at once; above it the file is taken for cut
 *     short
 * @param withheld letters with which numbers of case files begin that never travel
 * @param recognise whether somebody surely known under another record is one person with the record of this source
 * @param folder where its files are laid; looked into every minute; blank when they are brought in by the command
 */
record DeltaSettings(
        @DefaultValue("") String directorate,
        @DefaultValue Map<String, List<String>> columns,
        @DefaultValue("true") boolean whole,
        @DefaultValue("0.2") double mostEnded,
        @DefaultValue({"ASE", "CRIP", "IP", "AEMO"}) List<String> withheld,
        @DefaultValue("true") boolean recognise,
        @DefaultValue("") String folder) {

    DeltaSettings {
        if (!(mostEnded >= 0 && mostEnded <= 1)) {
            throw new WrongUsage(
                    "most-ended must lie in 0..1, is " + mostEnded, "most-ended va de 0 à 1, pas " + mostEnded);
        }
    }

    /** The columns as a command line would tell them. */
    PersonColumns.Mapping mapping() {
        List<String> lines = new ArrayList<>();
        columns.forEach((kind, headers) -> headers.forEach(header -> lines.add(kind + "=" + header)));
        return PersonColumns.Mapping.of(lines);
    }
}

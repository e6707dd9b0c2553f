package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.HubTest;
import fr.aubette.intake.Intake;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two scanners side by side, each with two files, of which several are read at once. */
@HubTest
class ScannersIT {

    private static final Map<String, List<String>> SENDERS = Map.of(
            "nord", List.of("Lucie Lemaire", "Paule Essai", "Anne Dumont", "Odette Vidal"),
            "sud", List.of("Zoé Exemple", "Marie Berthier", "Luce Tanguy", "Rose Colin"));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Intake intake;

    @Test
    void keepTheirLettersApartAndInOrder() {
        Map<String, List<UUID>> batches = new ConcurrentHashMap<>();
        SENDERS.keySet().parallelStream()
                .forEach(scanner -> batches.put(
                        scanner,
                        IntStream.range(0, 2)
                                .mapToObj(file -> dropped(scanner, file))
                                .toList()));

        batches.forEach((scanner, files) -> {
            files.forEach(batch -> holdsItsLetters(batch, SENDERS.get(scanner)));
            assertThat(jdbc.sql("select id from batch where id in (?, ?) order by taken_at")
                            .params(files.get(0), files.get(1))
                            .query(UUID.class)
                            .list())
                    .isEqualTo(files);
        });
    }

    private void holdsItsLetters(UUID batch, List<String> senders) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("select count(*) from batch_letter l join intake i on i.id = l.intake_id"
                                        + " where l.batch_id = ? and i.outcome in ('opened', 'joined')")
                                .param(batch)
                                .query(Integer.class)
                                .single()
                        == senders.size());
        assertThat(jdbc.sql("select p.number || ' ' || p.letter from page p join batch b on b.source = p.source"
                                + " and b.reference = p.reference where b.id = ? order by p.number")
                        .param(batch)
                        .query(String.class)
                        .list())
                .as("each page in the letter of its number")
                .containsExactly("1 1", "2 2", "3 3", "4 4");
        assertThat(jdbc.sql("select c.detail #>> '{channel,findings,senderName,value}' from batch_letter l"
                                + " join intake i on i.id = l.intake_id join contact c on c.intake_id = i.id"
                                + " where l.batch_id = ? order by i.taken_at")
                        .param(batch)
                        .query(String.class)
                        .list())
                .as("as they were taken in")
                .isEqualTo(senders.stream().map(name -> "Mme " + name).toList());
    }

    private UUID dropped(String scanner, int file) {
        byte[] scan = LettersPdf.of(IntStream.range(0, SENDERS.get(scanner).size())
                .mapToObj(letter -> letter(scanner, file, letter))
                .toArray(String[]::new));
        RawItem item = new RawItem(
                ChannelKind.LETTER,
                scanner,
                UUID.randomUUID().toString(),
                Instant.now(),
                "application/pdf",
                Map.of(
                        "fileName",
                        "lot-" + file + ".pdf",
                        "site",
                        scanner,
                        "arrivedOn",
                        DeskData.today().toString()),
                Content.of(scan));
        return intake.take(item).id().value();
    }

    /** Its sender shares nothing with the one before: it surely begins a letter. */
    private static String letter(String scanner, int file, int number) {
        List<String> streets = List.of("3 rue des Lilas", "12 place Haute", "1 quai Neuf", "5 allée Verte");
        List<String> towns = List.of("96100 Brennac", "96200 Ardelle", "96300 Corval", "96400 Fontaine");
        return LettersPdf.letter(
                                SENDERS.get(scanner).get(number),
                                "nid de poule",
                                "Un nid de poule de " + (file + 2) + " mètres abîme les voitures devant chez moi.")
                        .replace("3 rue des Lilas\n96100 Brennac", streets.get(number) + "\n" + towns.get(number))
                + "\n\nVeuillez agréer mes salutations distinguées.";
    }
}

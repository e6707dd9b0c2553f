package fr.aubette.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.answer.Duty.Item;
import fr.aubette.answer.Silence.Meaning;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an acknowledgement must state, taken away piece by piece. */
class DutyTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 10, 30);
    private static final LocalDate ON = LocalDate.of(2026, 12, 30);
    private static final ConfigurationFolder SHIPPED = new ConfigurationFolder(Path.of("config"));
    private static final Catalogue CATALOGUE = SHIPPED.catalogue();
    private static final Map<String, Template> TEMPLATES = SHIPPED.templates(CATALOGUE);

    private static final String APPEAL = "Vous pouvez former un recours gracieux dans un délai de deux mois, ou saisir"
            + " le tribunal administratif.";

    private static final Map<Item, String> REJECTION = new LinkedHashMap<>(Map.of(
            Item.RECEIVED, "Votre demande a été reçue le 30 octobre 2026.",
            Item.SERVICE, "Elle est suivie par la Direction de l'insertion.",
            Item.ADDRESS, "1 place de la République, 96000 Clairmont",
            Item.PHONE, "Téléphone : 01 99 00 01 00.",
            Item.SILENCE, "Le silence gardé vaudra rejet.",
            Item.SILENCE_ON, "Ce sera le 30 décembre 2026.",
            Item.APPEAL, APPEAL));

    private static final Duty DUTY = duty(Meaning.REJECTION);

    @Test
    void isMetByATextThatSaysAll() {
        assertThat(DUTY.missing(without())).isEmpty();
        assertThat(duty(Meaning.ACCEPTANCE)
                        .missing(without().replace("rejet", "acceptation")
                                + " Une attestation (article L. 232-3) peut vous être délivrée."))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Item.class,
            names = {"ATTESTATION"},
            mode = EnumSource.Mode.EXCLUDE)
    void missesEachItemThatIsDeleted(Item item) {
        assertThat(DUTY.missing(without(item))).containsExactly(item);
    }

    @Test
    void missesTheAttestationOfAnAcceptance() {
        assertThat(duty(Meaning.ACCEPTANCE).missing(without().replace("rejet", "acceptation")))
                .containsExactly(Item.ATTESTATION);
    }

    @Test
    void missesAWrongDateAWrongSenseAndATruncatedPhone() {
        assertThat(DUTY.missing(without().replace("30 octobre", "2 novembre"))).containsExactly(Item.RECEIVED);
        assertThat(DUTY.missing(without().replace("30 décembre 2026", "2 janvier 2027")))
                .containsExactly(Item.SILENCE_ON);
        assertThat(DUTY.missing(without().replace("rejet", "acceptation"))).containsExactly(Item.SILENCE);
        assertThat(DUTY.missing(without() + " Il vaut acceptation.")).containsExactly(Item.SILENCE);
        assertThat(DUTY.missing(without().replace("01 99 00 01 00", "01 99 00 01")))
                .containsExactly(Item.PHONE);
        assertThat(DUTY.missing(without().replace("deux mois", "bref délai"))).containsExactly(Item.APPEAL);
    }

    @Test
    void doesNotMindHowItIsWrittenAndWrapped() {
        assertThat(DUTY.missing(without()
                        .toUpperCase(java.util.Locale.FRENCH)
                        .replace(", 96000", ",\n  96000")
                        .replace("01 99 00 01 00", "01.99.00.01.00")))
                .isEmpty();
    }

    @Test
    void cannotBeMetByAServiceWithoutAddressOrPhone() {
        Duty bare = new Duty(true, false, RECEIVED, "Direction de l'insertion", "", "", DUTY.silence());

        assertThat(bare.missing(without())).containsExactly(Item.ADDRESS, Item.PHONE);
    }

    /** Every motive that ships with a receipt. */
    static List<Motive> acknowledged() {
        return CATALOGUE.motives().values().stream()
                .filter(each -> !each.guide().receipt().isBlank())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("acknowledged")
    void isMetByTheTemplateThatShips(Motive motive) {
        Template template =
                Optional.ofNullable(TEMPLATES.get(motive.guide().receipt())).orElseThrow();
        assertThat(template.use()).isEqualTo(Template.Use.ACKNOWLEDGEMENT);
        Silence silence = silence(motive);
        String appeal = silence.meaning() == Meaning.ACCEPTANCE
                ? "attestation prévue à l'article L232-3"
                : motive.guide().appeal();
        var directorate = Optional.ofNullable(CATALOGUE.directorates().get(motive.directorate()))
                .orElseThrow();
        Duty duty = new Duty(
                true,
                false,
                RECEIVED,
                directorate.label(),
                directorate.address(),
                directorate.phone(),
                Optional.of(silence));

        String text = Template.filled(
                template.text(),
                Map.of(
                        "number", "AUB-2026-000123-H",
                        "motive", motive.label(),
                        "received", Variable.worded(RECEIVED),
                        "directorate", directorate.label(),
                        "directorate-address", directorate.address(),
                        "directorate-phone", directorate.phone(),
                        "silence", silence.worded(),
                        "appeal", appeal),
                Map.of());

        assertThat(duty.missing(text)).as(motive.code()).isEmpty();
    }

    @Test
    void isOwedByNoMotiveThatTheLawExempts() {
        assertThat(acknowledged())
                .hasSizeGreaterThan(30)
                .allMatch(each -> each.partner().isBlank() && !each.protectedLane())
                .extracting(Motive::code)
                .doesNotContain("ROUTES", "RENSEIGNEMENT", "PAIE", "ENFANT_EN_DANGER", "ALLOCATIONS");
    }

    private static Silence silence(Motive motive) {
        return Stream.of("IMPLIED_REJECTION", "IMPLIED_ACCEPTANCE", "DECISION")
                .filter(kind ->
                        motive.clocks().stream().anyMatch(clock -> clock.kind().equals(kind)))
                .findFirst()
                .map(kind -> new Silence(Meaning.valueOf(kind.replace("IMPLIED_", "")), ON))
                .orElseThrow();
    }

    private static Duty duty(Meaning meaning) {
        return new Duty(
                true,
                false,
                RECEIVED,
                "Direction de l'insertion",
                "1 place de la République, 96000 Clairmont",
                "01 99 00 01 00",
                Optional.of(new Silence(meaning, ON)));
    }

    private static String without(Item... left) {
        List<String> parts = new ArrayList<>();
        REJECTION.forEach((item, text) -> {
            if (!List.of(left).contains(item)) {
                parts.add(text);
            }
        });
        return String.join("\n", parts);
    }
}

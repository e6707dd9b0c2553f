package fr.aubette.answer;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an acknowledgement of a ticket must state (CRPA R112-5, R112-11-1). One that lacks any of it could not be held
 * against the citizen (L112-6, L112-12).
 *
 * @param owed whether its motive asks for one at all (R112-4)
 * @param transferred whether another institution has it, which then acknowledges it (L114-4)
 * @param received the day of arrival
 * @param service the service in charge, as citizens read it
 * @param silence empty when nothing follows from it
 */
record Duty(
        boolean owed,
        boolean transferred,
        LocalDate received,
        String service,
        String address,
        String phone,
        Optional<Silence> silence) {

    private static final Pattern ACCEPTED = Pattern.compile("(vaudra|vaut) (?:decision d.)?accept|reputee acceptee");
    private static final Pattern REJECTED = Pattern.compile("(vaudra|vaut) (?:decision de )?rejet|reputee rejetee");
    private static final Pattern TIME = Pattern.compile("\\b(\\d+|un|deux|trois|quatre|six) (mois|jours)\\b");
    private static final Pattern WHERE =
            Pattern.compile("tribunal|juge|recours (gracieux|hierarchique|prealable|admin)");
    private static final Pattern ATTESTATION = Pattern.compile("attestation.*\\bl ?232-3\\b");

    /** One thing that must be stated, as an agent reads it. */
    enum Item {
        RECEIVED("la date de réception"),
        SERVICE("le service chargé de la demande"),
        ADDRESS("son adresse"),
        PHONE("son téléphone"),
        SILENCE("le sens du silence gardé"),
        SILENCE_ON("la date de la décision implicite"),
        APPEAL("les voies et délais de recours"),
        ATTESTATION("l'attestation de l'article L232-3");

        private final String label;

        Item(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Everything that this text does not state, in the order of the law. */
    List<Item> missing(String text) {
        String said = folded(text);
        return Stream.of(Item.values())
                .filter(item -> asked(item) && !states(item, said))
                .toList();
    }

    private boolean asked(Item item) {
        Optional<Silence.Meaning> meaning = silence.map(Silence::meaning);
        return switch (item) {
            case RECEIVED, SERVICE, ADDRESS, PHONE -> true;
            case SILENCE ->
                meaning.filter(each -> each != Silence.Meaning.DECISION).isPresent();
            case SILENCE_ON -> meaning.isPresent();
            case APPEAL ->
                meaning.filter(each -> each != Silence.Meaning.ACCEPTANCE).isPresent();
            case ATTESTATION ->
                meaning.filter(each -> each == Silence.Meaning.ACCEPTANCE).isPresent();
        };
    }

    private boolean states(Item item, String said) {
        return switch (item) {
            case RECEIVED -> said.contains(folded(Variable.worded(received)));
            case SERVICE -> holds(said, service);
            case ADDRESS -> holds(said, address);
            case PHONE -> !phone.isBlank() && digits(said).contains(digits(phone));
            case SILENCE -> silenceIsRight(said);
            case SILENCE_ON ->
                silence.filter(each -> said.contains(folded(Variable.worded(each.on()))))
                        .isPresent();
            case APPEAL ->
                said.contains("recours")
                        && TIME.matcher(said).find()
                        && WHERE.matcher(said).find();
            case ATTESTATION -> ATTESTATION.matcher(said).find();
        };
    }

    /** Its own sense, and not the contrary. */
    private boolean silenceIsRight(String said) {
        boolean accepts = ACCEPTED.matcher(said).find();
        boolean rejects = REJECTED.matcher(said).find();
        boolean shouldAccept = silence.filter(each -> each.meaning() == Silence.Meaning.ACCEPTANCE)
                .isPresent();
        return shouldAccept ? accepts && !rejects : rejects && !accepts;
    }

    private static boolean holds(String said, String what) {
        return !what.isBlank() && said.contains(folded(what));
    }

    /** However it is wrapped, accented and punctuated: one line of lower-case words. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]+", " ")
                .strip();
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}

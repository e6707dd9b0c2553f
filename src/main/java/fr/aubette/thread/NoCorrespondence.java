package fr.aubette.thread;

import fr.aubette.model.Contact;
import fr.aubette.model.IntakeId;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Nothing came before. */
final class NoCorrespondence implements Correspondence {

    @Override
    public List<Earlier> saidIn(TicketId ticket) {
        return List.of();
    }

    @Override
    public List<Earlier> bearing(String messageId, IntakeId except) {
        return List.of();
    }

    @Override
    public List<Earlier> sameWords(Contact contact, String sender, Instant from, Instant to, IntakeId except) {
        return List.of();
    }

    @Override
    public int countFrom(String sender, Instant from, Instant to, int limit, IntakeId except) {
        return 0;
    }

    @Override
    public int countSameWords(Contact contact, Instant from, Instant to, int limit, IntakeId except) {
        return 0;
    }

    @Override
    public Optional<Told> firstTicketOf(String sender, Instant since) {
        return Optional.empty();
    }
}

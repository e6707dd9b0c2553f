package fr.aubette.watch;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells health of each mailbox how many of its mails were held back; health itself asks no database. */
@Component
class FloodNotes {

    private final Floods floods;
    private final SourceBoard board;

    FloodNotes(Floods floods, SourceBoard board) {
        this.floods = floods;
        this.board = board;
    }

    @Scheduled(fixedDelayString = "${aubette.watch.floods-every:20s}")
    void look() {
        try {
            Map<String, Long> counts = floods.lastHour();
            board.noted(counts.entrySet().stream()
                    .collect(Collectors.toMap(
                            each -> "receive-mail-" + each.getKey(),
                            each -> each.getValue() + " mail(s) held back as a flood in the last hour")));
        } catch (DataAccessException | TransactionException away) {
            // what was known stands until PostgreSQL answers
        }
    }
}

package fr.aubette.receive;

import fr.aubette.receive.mail.MailboxWatch;
import fr.aubette.watch.SourceBoard;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells health how each mailbox is. */
@Component
class MailboxHealth implements MailboxWatch {

    private final SourceBoard board;

    MailboxHealth(SourceBoard board) {
        this.board = board;
    }

    @Override
    public void answered(String route, Optional<String> remark) {
        board.succeeded(route, remark);
    }

    @Override
    public void failed(String route, String reason) {
        board.failed(route, reason);
    }
}

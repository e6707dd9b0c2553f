package fr.aubette.receive.mail;

import java.util.Optional;

/** What health was told last. */
final class SeenHealth implements MailboxWatch {

    private volatile String problem = "";
    private volatile String remark = "";

    @Override
    public void answered(String route, Optional<String> said) {
        problem = "";
        remark = said.orElse("");
    }

    @Override
    public void failed(String route, String reason) {
        problem = reason;
    }

    String problem() {
        return problem;
    }

    String remark() {
        return remark;
    }
}

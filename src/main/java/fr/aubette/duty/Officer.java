package fr.aubette.duty;

import java.util.Optional;

/**
 * Somebody who may be on duty.
 *
 * @param code in {@code config/duty.yaml}
 * @param name as agents read it
 * @param mail blank for none
 * @param phone as it is dialled; blank for none
 * @param pager the pager's own mail address; blank for none
 */
public record Officer(String code, String name, String mail, String phone, String pager) {

    /** Whether a page can go anywhere: a telephone alone needs the gateway to text messages. */
    public boolean isReached(String textMessages) {
        return target(textMessages).isPresent();
    }

    /** Where a page goes: the pager, else the telephone by text message, else the mailbox. */
    Optional<Target> target(String textMessages) {
        if (!pager.isBlank()) {
            return Optional.of(new Target("pager", pager));
        }
        if (!phone.isBlank() && !textMessages.isBlank()) {
            return Optional.of(new Target("phone", textMessages.replace("{phone}", phone.replaceAll("[^0-9+]", ""))));
        }
        return mail.isBlank() ? Optional.empty() : Optional.of(new Target("mail", mail));
    }

    /**
     * A way to reach somebody.
     *
     * @param means {@code pager}, {@code phone} or {@code mail}
     * @param address to which the mail is sent
     */
    record Target(String means, String address) {}
}

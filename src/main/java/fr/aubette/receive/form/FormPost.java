package fr.aubette.receive.form;

/**
 * A form as it was posted, before anything is understood.
 *
 * @param form the code in the address; blank when the address names none
 * @param contentType the header as sent; blank when there was none
 * @param language {@code fr} or {@code en}
 * @param token the Idempotency-Key header; blank when there was none
 * @param body put aside
 */
public record FormPost(String form, String contentType, String language, String token, Spool body) {}

package fr.aubette.normalise.letter;

import java.util.Optional;

/**
 * Keeps what is read, page by page: each call is a small transaction of its own, so that a reading which is interrupted
 * goes on at its first unread page.
 *
 * <p>A scan is known by its source and reference, which do not change when it is taken again.
 */
public interface PageStore {

    /** What is known of a scan; empty if it was never opened. */
    Optional<Scan> find(String source, String reference);

    /** Keeps how many pages the file has, its damage or why it is refused; once known it stays. */
    void open(String source, String reference, Scan scan);

    /** Keeps one page; a page already read stays as it is. */
    void save(String source, String reference, PageResult page);
}

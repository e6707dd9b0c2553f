package fr.aubette.normalise.mail;

/** How far a mail is read. Wide for what people send, narrow enough that no mail can take the process with it. */
final class Limits {

    /** Deepest nesting of multiparts; mail programs make five at most, forwards of forwards some twenty. */
    static final int DEPTH = 100;

    /** Most parts of one mail. */
    static final int PARTS = 2_000;

    /** Most bytes of all header fields of a mail and its parts together; a References field of 1 MB has been seen. */
    static final int HEADER_BYTES = 4 * 1024 * 1024;

    /** Most bytes of text kept of one mail, before decoding; what is beyond stays in the raw bytes only. */
    static final int TEXT_BYTES = 8 * 1024 * 1024;

    /** Most bytes looked at of one field that people read, such as the subject. */
    static final int FIELD = 64 * 1024;

    /** Longest Message-ID taken as such: RFC 5322's longest line. */
    static final int MESSAGE_ID = 998;

    /** Most Message-IDs kept of a thread: its first and its latest. */
    static final int REFERENCES = 100;

    /** Most recipients kept. */
    static final int RECIPIENTS = 1_000;

    private Limits() {}
}

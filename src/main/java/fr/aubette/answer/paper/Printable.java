package fr.aubette.answer.paper;

/** Text without what no page can show and no XML can hold. */
final class Printable {

    private Printable() {}

    static String of(String text) {
        return text.replace("\t", "    ")
                .replaceAll(
                        "[\\p{Cntrl}&&[^\\n]]|[\\uD800-\\uDFFF\\uFFFE\\uFFFF\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]",
                        "");
    }
}

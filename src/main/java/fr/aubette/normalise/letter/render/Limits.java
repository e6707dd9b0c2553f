package fr.aubette.normalise.letter.render;

/**
 * What a scan may ask of this process, checked before anything is decoded.
 *
 * @param pages most pages a file may have
 * @param pixels most pixels an image may have, and a page once rendered
 * @param dpi dots per inch at which a page is rendered when its image does not say better
 */
record Limits(int pages, long pixels, int dpi) {

    /** Least resolution at which letters can still be told apart; a larger page is refused. */
    static final int LEAST_DPI = 72;

    /** Finest resolution that helps the reading of characters; what is finer is made smaller. */
    static final int BEST_DPI = 400;

    /** Refuses an image by the size that its header gives. */
    void check(long width, long height) throws Unreadable {
        if (width <= 0 || height <= 0) {
            throw new Unreadable("l'image n'a pas de surface (" + width + " x " + height + ")");
        }
        if (width > pixels || height > pixels || width * height > pixels) {
            throw new Unreadable("l'image est trop grande (" + width + " x " + height + " points, au plus "
                    + pixels / 1_000_000 + " millions)");
        }
    }

    /** Refuses a file by its number of pages. */
    void checkPages(long number) throws Unreadable {
        if (number > pages) {
            throw new Unreadable("le fichier a plus de " + pages + " pages");
        }
    }
}

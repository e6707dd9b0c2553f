package fr.aubette.cli;

/** The same sentence in the two languages that an administrator may read. */
record Said(String english, String french) {

    static final Said NOTHING = new Said("", "");

    String in(boolean french) {
        return french ? this.french : english;
    }
}

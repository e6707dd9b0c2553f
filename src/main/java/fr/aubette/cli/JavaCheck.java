package fr.aubette.cli;

/**
 * Whether this Java is new enough.
 *
 * @param feature its feature version, for example 17
 */
record JavaCheck(int feature) implements Check {

    private static final int LEAST = 17;

    @Override
    public Finding look() {
        return feature >= LEAST
                ? Finding.ok("Java " + feature, "Java " + feature)
                : Finding.failure(
                        new Said("Java " + feature + " is too old", "Java " + feature + " est trop ancien"),
                        new Said("install Java 17 or later", "installez Java 17 ou plus récent"));
    }
}

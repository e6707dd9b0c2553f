package fr.aubette.cli;

/**
 * What a check found.
 *
 * @param state how grave it is
 * @param what was found; never a secret
 * @param advice what to do next; empty when all is well
 */
record Finding(State state, Said what, Said advice) {

    /** How grave. */
    enum State {
        OK,
        WARNING,
        FAILURE
    }

    static Finding ok(String english, String french) {
        return new Finding(State.OK, new Said(english, french), Said.NOTHING);
    }

    static Finding warning(Said what, Said advice) {
        return new Finding(State.WARNING, what, advice);
    }

    static Finding failure(Said what, Said advice) {
        return new Finding(State.FAILURE, what, advice);
    }

    /** A source of {@code channels.yaml} that could not be opened; the reason says what is wrong with it. */
    static Finding unopened(Exception why) {
        String reason = String.valueOf(why.getMessage());
        return failure(
                new Said(reason, reason),
                new Said(
                        "correct what it names in channels.yaml, or at the server",
                        "corrigez ce qui est nommé dans channels.yaml, ou sur le serveur"));
    }
}

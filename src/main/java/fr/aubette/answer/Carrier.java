package fr.aubette.answer;

/** Port: what takes a mail away. Only the gate calls it. */
@FunctionalInterface
public interface Carrier {

    /**
     * Hands the mail over; when it returns, a server has taken it.
     *
     * @throws NotCarried if it has not
     */
    void carry(Outgoing mail) throws NotCarried;

    /** No server took it. */
    class NotCarried extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean forGood;

        /**
         * A try that failed.
         *
         * @param forGood whether trying again cannot help
         * @param said the server's words, without personal data of ours
         */
        public NotCarried(boolean forGood, String said, Throwable cause) {
            super(said, cause);
            this.forGood = forGood;
        }

        public boolean forGood() {
            return forGood;
        }
    }
}

package fr.aubette.model;

import java.util.List;

/**
 * What a matter can be about: an entry of {@code config/motives.yaml}.
 *
 * @param code stable upper-case code, for example {@code NID_DE_POULE}
 * @param label as agents read it
 * @param directorate who leads
 * @param service below the directorate; blank when it has none
 * @param informed directorates informed of it
 * @param protectedLane whether it goes the restricted way, always first
 * @param hidden whether even its existence is hidden outside the lead directorate
 * @param clocks what time limits a new ticket starts
 * @param urgent whether it is looked at before the others
 * @param partner code of the institution it belongs to, for example {@code CAF}; blank when it is ours
 * @param contributions what other directorates owe the lead
 * @param approval what an answer about it needs before it leaves
 * @param guide what helps to answer it
 */
public record Motive(
        String code,
        String label,
        String directorate,
        String service,
        List<String> informed,
        boolean protectedLane,
        boolean hidden,
        List<Clock> clocks,
        boolean urgent,
        String partner,
        List<Contribution> contributions,
        Approval approval,
        Guide guide) {

    /**
     * What helps to answer, and how long it is kept.
     *
     * @param receipt code of the template that acknowledges it with its legal content; blank when none is owed (CRPA
     *     R112-4)
     * @param appeal ways and time limits of appeal against its rejection, as citizens read it; blank when none
     * @param retention months that a closed ticket is kept; 0 when not said
     * @param say what to tell the citizen; blank when not said
     * @param pieces what she must send
     * @param link where it is explained; blank when nowhere
     * @param forms numbers of the CERFA forms by which it is asked for, without their version, for example
     *     {@code 15692}
     */
    public record Guide(
            String receipt,
            String appeal,
            int retention,
            String say,
            List<String> pieces,
            String link,
            List<String> forms) {

        /** Nothing is said. */
        public static final Guide NONE = new Guide("", "", 0, "", List.of(), "", List.of());

        public Guide {
            pieces = List.copyOf(pieces);
            forms = List.copyOf(forms);
        }

        /** Whether there is anything to read for who answers. */
        public boolean hasSheet() {
            return !say.isBlank() || !pieces.isEmpty() || !link.isBlank();
        }
    }

    /**
     * Who sees and signs an answer before it leaves.
     *
     * @param visas posts of {@code config/signatures.yaml} that must agree, in this order
     * @param signature whether it is signed under a delegation; else its author sends it
     */
    public record Approval(List<String> visas, boolean signature) {

        /** Its author sends it. */
        public static final Approval NONE = new Approval(List.of(), false);

        public Approval {
            visas = List.copyOf(visas);
        }
    }

    /**
     * A time limit as data, so that an administrator can correct it.
     *
     * @param kind stable code of the deadline it gives
     * @param amount how many units; more than zero
     * @param unit of the amount; working days leave out weekends and public holidays
     * @param article where it is written
     * @param starts which contacts start it
     * @param incomplete what becomes of it while pieces are missing
     * @param transfer what becomes of it when the request is passed on
     * @param warn days before its end on which its directorate is warned; 0 for no warning
     */
    public record Clock(
            String kind,
            int amount,
            Unit unit,
            String article,
            Starts starts,
            Incomplete incomplete,
            Transfer transfer,
            int warn) {

        /** What a time limit is counted in; months run from date to date. */
        public enum Unit {
            DAYS,
            WORKING_DAYS,
            MONTHS
        }

        /** Which contacts start a time limit. */
        public enum Starts {
            /** Any contact, spoken ones included. */
            ANY,
            /** A mail, a form or a letter. */
            WRITTEN,
            /** A mail or a form (CRPA R112-9-1 and following). */
            ELECTRONIC,
            /** A letter. */
            PAPER
        }

        /** What becomes of a time limit while pieces are missing (CRPA L114-5). */
        public enum Incomplete {
            /** It runs on. */
            RUNS,
            /** It rests for the time given to send them: a rejection. */
            SUSPENDS,
            /** It begins when they are all there: an acceptance. */
            RESTARTS
        }

        /** What becomes of a time limit when the request is passed on to the competent institution. */
        public enum Transfer {
            /** It runs on. */
            RUNS,
            /** It is no longer ours. */
            ENDS,
            /** It runs on from the first institution's reception: a rejection (CRPA L114-3). */
            FIRST,
            /** It runs from the competent institution's reception: an acceptance (CRPA L114-3). */
            COMPETENT
        }

        public Clock {
            if (amount <= 0) {
                throw new IllegalArgumentException("a time limit must be more than zero, is " + amount);
            }
        }

        public Clock(String kind, int amount, Unit unit, String article) {
            this(kind, amount, unit, article, Starts.ANY);
        }

        /** One that nothing but its contact moves, and of which nobody is warned. */
        public Clock(String kind, int amount, Unit unit, String article, Starts starts) {
            this(kind, amount, unit, article, starts, Incomplete.RUNS, Transfer.RUNS, 0);
        }
    }

    /**
     * What another directorate owes the lead of each new ticket.
     *
     * @param directorate who owes it
     * @param amount how many units after the arrival; more than zero
     * @param unit of the amount
     */
    public record Contribution(String directorate, int amount, Clock.Unit unit) {

        public Contribution {
            if (amount <= 0) {
                throw new IllegalArgumentException("a contribution's delay must be more than zero, is " + amount);
            }
        }
    }

    public Motive {
        informed = List.copyOf(informed);
        clocks = List.copyOf(clocks);
        contributions = List.copyOf(contributions);
    }

    public Motive(
            String code,
            String label,
            String directorate,
            String service,
            List<String> informed,
            boolean protectedLane,
            boolean hidden,
            List<Clock> clocks) {
        this(
                code,
                label,
                directorate,
                service,
                informed,
                protectedLane,
                hidden,
                clocks,
                false,
                "",
                List.of(),
                Approval.NONE,
                Guide.NONE);
    }
}

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
        Approval approval) {

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
     */
    public record Clock(String kind, int amount, Unit unit, String article, Starts starts) {

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

        public Clock {
            if (amount <= 0) {
                throw new IllegalArgumentException("a time limit must be more than zero, is " + amount);
            }
        }

        public Clock(String kind, int amount, Unit unit, String article) {
            this(kind, amount, unit, article, Starts.ANY);
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
                Approval.NONE);
    }
}

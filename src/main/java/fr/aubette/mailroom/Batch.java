package fr.aubette.mailroom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One file that a scanner dropped, and what became of it.
 *
 * @param source the drop folder by its name in channels.yaml
 * @param arrivedOn as its folder said, or the day of the scan; each letter may say otherwise
 * @param refused why nothing of it could be read, in French
 * @param damage what is wrong with it although pages could be read, in French
 * @param pace how fast it is being read
 */
public record Batch(
        UUID id,
        String fileName,
        String source,
        String site,
        Optional<LocalDate> arrivedOn,
        String sha256,
        long size,
        Instant takenAt,
        Optional<String> refused,
        Optional<String> damage,
        Pages pages,
        Letters letters,
        Pace pace) {

    /** Pages read lately that a guess of the time left needs at least. */
    private static final int ENOUGH = 3;

    /**
     * Its pages: each is in exactly one of these, but the total and those of which nothing was read.
     *
     * @param all in the file; 0 until it is opened
     * @param unread not read yet
     * @param inLetters of letters that went on their way
     * @param waiting of letters of which a person must say where they end
     * @param open read, and in no letter yet
     * @param failed looked at, and not a word could be read
     */
    public record Pages(
            int all, int unread, int inLetters, int blank, int separators, int waiting, int open, int failed) {}

    /**
     * Its letters, as far as they are known.
     *
     * @param onDesks that became a ticket or joined one
     * @param underWay on their way there
     * @param waiting of which a person must say where they end
     * @param setAside in quarantine
     * @param dismissed given up by a person, or machine mail
     */
    public record Letters(int onDesks, int underWay, int waiting, int setAside, int dismissed) {

        /** Those of which a person must do something. */
        public int forPeople() {
            return waiting + setAside;
        }

        public int all() {
            return onDesks + underWay + waiting + setAside + dismissed;
        }
    }

    /**
     * How fast it is being read.
     *
     * @param lately pages read within the last minute
     * @param since when the first of these was
     */
    public record Pace(int lately, Optional<Instant> since) {}

    /** Where it is in its life. */
    public enum State {
        REFUSED,
        READING,
        PEOPLE,
        UNDER_WAY,
        DONE;

        /** As in the messages' keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public State state() {
        if (refused.isPresent()) {
            return letters.setAside() > 0 ? State.REFUSED : State.DONE;
        }
        if (pages.all() == 0 || pages.unread() > 0) {
            return State.READING;
        }
        return letters.forPeople() > 0 ? State.PEOPLE : letters.underWay() > 0 ? State.UNDER_WAY : State.DONE;
    }

    /** Whether what was opened could be read, and how much of it. */
    public enum Reading {
        /** Of what was looked at so far. */
        WHOLE,
        IN_PART,
        NOTHING;

        /** As in the messages' keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Reading reading() {
        int bearing = read() - pages.blank() - pages.separators();
        if (refused.isPresent() || pages.failed() == 0 && damage.isEmpty()) {
            return Reading.WHOLE;
        }
        return pages.unread() == 0 && pages.failed() > 0 && pages.failed() >= bearing
                ? Reading.NOTHING
                : Reading.IN_PART;
    }

    /** Pages that should be in a letter by now and are in none: none, unless something is wrong. */
    public int missing() {
        return state() == State.DONE ? pages.open() : 0;
    }

    public int read() {
        return pages.all() - pages.unread();
    }

    /**
     * How long the rest takes at the pace of the last minute, in full minutes from two on and else in tens of seconds;
     * empty when too little was read to tell.
     */
    public Optional<Duration> left(Instant now) {
        if (state() != State.READING || pace.lately() < ENOUGH || pages.all() == 0) {
            return Optional.empty();
        }
        return pace.since()
                .map(since -> Duration.between(since, now)
                        .multipliedBy(pages.unread())
                        .dividedBy(pace.lately()))
                .map(Batch::roughly);
    }

    private static Duration roughly(Duration exact) {
        long step = exact.toSeconds() > 120 ? 60 : 10;
        return Duration.ofSeconds((exact.toSeconds() + step - 1) / step * step);
    }
}

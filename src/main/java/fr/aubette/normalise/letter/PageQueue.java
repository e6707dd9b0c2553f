package fr.aubette.normalise.letter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The pages of one file among the lanes that read them: each is given out once and told once, in order; what a
 * separator sheet says of the pages behind it holds whichever lane reads them.
 */
final class PageQueue {

    /** After so many pages that killed their process, the rest of the file is given up. */
    private static final int MAX_DEATHS = 3;

    /** How far the lanes may be ahead of the page that is told next: what waits is kept in memory. */
    private static final int MOST_AHEAD = 64;

    private final int last;
    private final PageReader.Listener listener;
    private final Map<Integer, PageResult> results = new HashMap<>();
    private final Map<Integer, List<String>> codes = new HashMap<>();
    private final Map<Integer, Boolean> sealedAt = new HashMap<>();
    private int given;
    private int told;
    private int seen;
    private boolean sealed;
    private boolean stopped;
    private int deaths;

    /**
     * The pages from the first one wanted to the last.
     *
     * @param sealed whether the first lies in a fold that must not be read
     */
    PageQueue(int first, int last, boolean sealed, PageReader.Listener listener) {
        this.last = last;
        this.listener = listener;
        this.given = first;
        this.told = first;
        this.seen = first;
        this.sealed = sealed;
        sealedAt.put(first, sealed);
    }

    /**
     * Whether a lane has something to do, now or soon.
     *
     * @param idle whether it has no page in hand: it then waits until it may have one
     */
    synchronized boolean goesOn(boolean idle) {
        while (idle && !stopped && given <= last && tooFar()) {
            await();
        }
        return !stopped && (!idle || given <= last);
    }

    /** The next page, when it is wanted and there is one not too far ahead. */
    synchronized OptionalInt next(boolean wanted) {
        return wanted && given <= last && !tooFar() ? OptionalInt.of(given++) : OptionalInt.empty();
    }

    private boolean tooFar() {
        return given - told >= MOST_AHEAD;
    }

    /** What is printed on a page in codes; of one that cannot be opened, nothing. */
    synchronized void seen(int page, List<String> printed) {
        codes.putIfAbsent(page, printed);
        for (List<String> here = codes.get(seen); here != null; here = codes.get(seen)) {
            if (SeparatorSheet.byCode(here)) {
                sealed = Slip.of(here).isSealed();
            } else if (sealed && SeparatorSheet.test(here, "")) {
                sealed = false;
            }
            codes.remove(seen++);
            sealedAt.put(seen, sealed);
        }
        notifyAll();
    }

    /** Whether a page lies in a fold that must not be read: known once all before it were seen. */
    synchronized boolean isSealed(int page) {
        while (seen < page && !stopped) {
            await();
        }
        return stopped || Boolean.TRUE.equals(sealedAt.remove(page));
    }

    /** Keeps a page; it and those behind it are told as soon as all before them were. */
    synchronized void tell(PageResult page) {
        results.put(page.number(), page);
        for (PageResult ready = results.remove(told); ready != null && !stopped; ready = results.remove(told)) {
            listener.page(ready);
            told++;
        }
        notifyAll();
    }

    /** Whether this death was one too many. */
    synchronized boolean diedAgain() {
        deaths++;
        return isGivenUp();
    }

    synchronized boolean isGivenUp() {
        return deaths >= MAX_DEATHS;
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a scan was read", e);
        }
    }
}

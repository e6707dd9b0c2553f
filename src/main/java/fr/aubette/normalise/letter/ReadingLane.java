package fr.aubette.normalise.letter;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads pages one after the other with one process that renders, which is a page ahead, and one that reads; starts
 * another that renders when a page has killed it.
 */
final class ReadingLane {

    /** Pages rendered, or being so, before their words are read. */
    private static final int AHEAD = 2;

    private static final String DEADLY =
            "la page n'a pas pu être ouverte : trop lourde, ou construite de façon anormale";

    private static final String ABANDONED = "abandonnée : d'autres pages du fichier sont endommagées";

    private final PageQueue queue;
    private final SheetReading sheets;
    private final Start start;
    private final Deque<Integer> asked = new ArrayDeque<>();
    private RenderChild child;

    /** Starts a process that opens the file. */
    @FunctionalInterface
    interface Start {
        RenderChild another() throws IOException;
    }

    /**
     * A lane.
     *
     * @param child has opened the file and was asked for no page
     */
    ReadingLane(PageQueue queue, SheetReading sheets, Start start, RenderChild child) {
        this.queue = queue;
        this.sheets = sheets;
        this.start = start;
        this.child = child;
    }

    /** Reads until no page is left; when it must stop, all lanes of the file do. */
    void run() throws IOException {
        boolean ended = false;
        try {
            child.hears(queue::seen);
            while (queue.goesOn(asked.isEmpty())) {
                ask();
                if (!asked.isEmpty()) {
                    read(asked.getFirst());
                    asked.removeFirst();
                }
            }
            ended = true;
        } finally {
            child.close();
            if (!ended) {
                queue.stop();
            }
        }
    }

    private void ask() {
        for (OptionalInt page = queue.next(asked.size() < AHEAD); page.isPresent(); ) {
            asked.addLast(page.getAsInt());
            child.render(page.getAsInt());
            page = queue.next(asked.size() < AHEAD);
        }
    }

    private void read(int page) throws IOException {
        if (queue.isGivenUp()) {
            queue.seen(page, List.of());
            queue.tell(PageResult.unreadable(page, ABANDONED));
            return;
        }
        Optional<List<String>> answer = child.next();
        while (answer.isPresent() && !answer.get().get(0).equals("page")) {
            answer = child.next();
        }
        if (answer.isPresent()) {
            queue.tell(sheets.read(page, answer.get(), queue.isSealed(page)));
        } else {
            queue.seen(page, List.of());
            queue.tell(PageResult.unreadable(page, DEADLY));
            again(page);
        }
    }

    /** The pages that it was asked for behind the deadly one are asked of another process. */
    private void again(int deadly) throws IOException {
        child.close();
        if (queue.diedAgain()) {
            return;
        }
        child = start.another();
        child.hears(queue::seen);
        asked.stream().filter(page -> page != deadly).forEach(child::render);
    }
}

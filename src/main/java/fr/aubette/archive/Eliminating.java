package fr.aubette.archive;

import fr.aubette.archive.Elimination.Paper;
import fr.aubette.archive.Elimination.Visa;
import fr.aubette.intake.ContentStore;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import fr.aubette.model.Motive;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people do with a bordereau: draw it, note the visa, say that the paper is destroyed. */
@Component
public class Eliminating {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int LONGEST = 200;

    private final Eliminations book;
    private final Catalogue catalogue;
    private final ContentStore contents;
    private final ArchiveSettings settings;
    private final Clock clock;

    Eliminating(Eliminations book, Catalogue catalogue, ContentStore contents, ArchiveSettings settings, Clock clock) {
        this.book = book;
        this.catalogue = catalogue;
        this.contents = contents;
        this.settings = settings;
        this.clock = clock;
    }

    /** The last day of arrival that may be proposed today. */
    public LocalDate latest() {
        return today().minusDays(settings.keepPaper());
    }

    /** Draws a bordereau of what may be proposed; empty when there is nothing. */
    public Optional<Elimination> draw(LocalDate until, String by) {
        LocalDate day = until.isAfter(latest()) ? latest() : until;
        List<String> motives = catalogue.motives().values().stream()
                .filter(this::mayBeProposed)
                .map(Motive::code)
                .toList();
        return book.draw(UUID.randomUUID(), clock.instant(), by, day, motives, settings.most());
    }

    /** What the Archives read must say how long the matter is kept, and betray nothing. */
    private boolean mayBeProposed(Motive motive) {
        Directorate directorate = catalogue.directorates().get(motive.directorate());
        return motive.guide().retention() > 0
                && !motive.hidden()
                && !motive.protectedLane()
                && directorate != null
                && !directorate.walled().contains(motive.service());
    }

    /** Notes the visa; false when it says too little, lies in the future, or comes too late. */
    public boolean visa(Elimination drawn, Visa visa, String by) {
        boolean said = !visa.by().isBlank()
                && !visa.reference().isBlank()
                && visa.by().length() <= LONGEST
                && visa.reference().length() <= LONGEST;
        boolean possible =
                !visa.on().isAfter(today()) && !visa.on().isBefore(LocalDate.ofInstant(drawn.drawnAt(), PARIS));
        return said && possible && book.visa(drawn.id(), visa, by, clock.instant());
    }

    /**
     * Says that the paper is destroyed: only under the visa, and only while each copy is what was scanned.
     *
     * @throws CopyGone naming the letters whose copy is not
     */
    public boolean destroyed(Elimination drawn, LocalDate on, String by) {
        if (drawn.visa().isEmpty() || on.isAfter(today())) {
            return false;
        }
        List<String> gone = gone(drawn);
        if (!gone.isEmpty()) {
            throw new CopyGone(gone);
        }
        return book.destroyed(drawn.id(), on, by, clock.instant());
    }

    /** Numbers of those whose copy is missing, or is no longer what came. */
    public List<String> gone(Elimination drawn) {
        return drawn.going().stream()
                .filter(each -> !isThere(each))
                .map(Paper::number)
                .distinct()
                .toList();
    }

    private boolean isThere(Paper paper) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in =
                    new DigestInputStream(contents.find(paper.sha256()).open(), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest()).equals(paper.sha256());
        } catch (IOException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }
}

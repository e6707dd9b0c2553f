package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.springframework.util.FileSystemUtils;

/** The files of one letter that came one by one, as the drop folder has put them together: their pages in order. */
final class BundleScan implements ScanFile {

    private static final String NAME = "\\d{4}\\.[A-Za-z]{3,4}";
    private static final int MOST_TOLD = 5;
    private static final String FOREIGN =
            "l'archive n'est pas un lot de pages fait par l'accueil : déposer les PDF, TIFF, JPEG ou PNG eux-mêmes";

    private final Path folder;
    private final List<Part> parts;
    private final Optional<String> damage;

    private BundleScan(Path folder, List<Part> parts, Optional<String> damage) {
        this.folder = folder;
        this.parts = parts;
        this.damage = damage;
    }

    /** One file: what is in it, or why it cannot be opened, which is then the reason of its one page. */
    private record Part(int number, Optional<ScanFile> scan, Optional<Unreadable> refused) {

        int pages() {
            return scan.map(ScanFile::pages).orElse(1);
        }
    }

    static BundleScan open(Path file, Limits limits) throws IOException, Unreadable {
        Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), "bundle-");
        List<Part> parts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            limits.checkPages(zip.size());
            for (ZipEntry entry : entries(zip)) {
                Path own = folder.resolve(entry.getName());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, own);
                }
                parts.add(part(Integer.parseInt(entry.getName().substring(0, 4)), own, limits));
            }
            limits.checkPages(parts.stream().mapToLong(Part::pages).sum());
        } catch (ZipException e) {
            throw new Unreadable(FOREIGN, e);
        }
        return new BundleScan(folder, parts, damage(parts));
    }

    /** Uncompressed, so that what is small stays small. */
    private static List<ZipEntry> entries(ZipFile zip) throws Unreadable {
        List<ZipEntry> entries = zip.stream()
                .map(ZipEntry.class::cast)
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
        boolean ours = entries.stream()
                .allMatch(entry ->
                        entry.getMethod() == ZipEntry.STORED && entry.getName().matches(NAME));
        if (!ours || entries.isEmpty()) {
            throw new Unreadable(FOREIGN);
        }
        return entries;
    }

    private static Part part(int number, Path file, Limits limits) throws IOException {
        try {
            return new Part(number, Optional.of(ScanFiles.one(file, limits)), Optional.empty());
        } catch (Unreadable e) {
            return new Part(number, Optional.empty(), Optional.of(e));
        }
    }

    private static Optional<String> damage(List<Part> parts) {
        List<String> damages = new ArrayList<>();
        int expected = 1;
        for (Part part : parts) {
            if (part.number() > expected) {
                damages.add(
                        part.number() - expected == 1
                                ? "le fichier numéro " + expected + " de ce courrier n'est pas arrivé"
                                : "les fichiers numéros " + expected + " à " + (part.number() - 1)
                                        + " de ce courrier ne sont pas arrivés");
            }
            part.scan()
                    .flatMap(ScanFile::damage)
                    .ifPresent(why -> damages.add("fichier numéro " + part.number() + " : " + why));
            expected = part.number() + 1;
        }
        return damages.isEmpty()
                ? Optional.empty()
                : Optional.of(damages.stream().limit(MOST_TOLD).collect(Collectors.joining(" ; ")));
    }

    @Override
    public int pages() {
        return parts.stream().mapToInt(Part::pages).sum();
    }

    @Override
    public Optional<String> damage() {
        return damage;
    }

    @Override
    public Rendered render(int number, Path picture, Path text) throws IOException, Unreadable {
        Place place = place(number);
        return place.scan().render(place.page(), picture, text);
    }

    @Override
    public Grey paint(int number) throws IOException, Unreadable {
        Place place = place(number);
        return place.scan().paint(place.page());
    }

    private record Place(ScanFile scan, int page) {}

    private Place place(int number) throws Unreadable {
        int before = 0;
        for (Part part : parts) {
            if (number <= before + part.pages()) {
                if (part.refused().isPresent()) {
                    throw part.refused().get();
                }
                return new Place(part.scan().orElseThrow(), number - before);
            }
            before += part.pages();
        }
        throw new Unreadable("la page n'existe pas");
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            if (part.scan().isPresent()) {
                part.scan().get().close();
            }
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}

package fr.aubette.normalise.letter.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The child process: opens one scan and renders those of its pages that it is asked for.
 *
 * <p>Arguments: file, folder for the pages, most pages, most pixels, dots per inch. It answers one line, fields parted
 * by tabs: {@code refused REASON} or {@code file PAGES DAMAGE}. For each line of its input, the number of a page, it
 * then answers {@code page NUMBER image|text|both|blank DPI QUARTERS STEPS TYPE=TEXT…} with what was done to its
 * picture, parted by blanks, and the codes printed on it, or {@code page NUMBER unreadable REASON}. The end of its
 * input means that the parent is gone.
 */
public final class RenderPages {

    private final PrintStream answers;
    private final BufferedReader wanted;

    private RenderPages(PrintStream answers, InputStream wanted) {
        this.answers = answers;
        this.wanted = new BufferedReader(new InputStreamReader(wanted, StandardCharsets.US_ASCII));
    }

    public static void main(String[] args) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Limits limits = new Limits(Integer.parseInt(args[2]), Long.parseLong(args[3]), Integer.parseInt(args[4]));
        RenderPages pages = new RenderPages(answers, System.in);
        Path folder = Path.of(args[1]);
        pages.render(Path.of(args[0]), folder, limits);
        pages.outlive(folder);
    }

    /** Waits for the parent, which ends this process; if it dies first, nobody else clears its folder. */
    private void outlive(Path folder) throws IOException {
        while (wanted.readLine() != null) {
            // nothing can be rendered any more
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private void render(Path file, Path folder, Limits limits) throws IOException {
        try (ScanFile scan = ScanFiles.open(file, limits)) {
            answer("file", Integer.toString(scan.pages()), scan.damage().orElse(""));
            for (@Nullable String page = wanted.readLine(); page != null; page = wanted.readLine()) {
                page(scan, Integer.parseInt(page), folder);
            }
        } catch (Unreadable e) {
            answer("refused", e.reason());
        } catch (StackOverflowError e) {
            answer("refused", "le fichier est construit de façon anormale (imbrications sans fin)");
        }
    }

    private void page(ScanFile scan, int number, Path folder) {
        String page = Integer.toString(number);
        try {
            Path partial = folder.resolve(page + ".part");
            Rendered rendered = scan.render(number, partial, folder.resolve(page + ".txt"));
            if (Files.exists(partial)) {
                Files.move(partial, folder.resolve(page + ".pgm"));
            }
            List<String> fields = new ArrayList<>(List.of(
                    "page",
                    page,
                    rendered.kind().name().toLowerCase(Locale.ROOT),
                    Integer.toString(rendered.dpi()),
                    Integer.toString(rendered.quarters()),
                    String.join(" ", rendered.steps())));
            rendered.codes().forEach(code -> fields.add(code.type() + "=" + code.text()));
            answer(fields.toArray(String[]::new));
        } catch (Unreadable e) {
            answer("page", page, "unreadable", e.reason());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            answer("page", page, "unreadable", "la page est endommagée");
        }
    }

    private void answer(String... fields) {
        answers.println(String.join("\t", fields));
    }
}

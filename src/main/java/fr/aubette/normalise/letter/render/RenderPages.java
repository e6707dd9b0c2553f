package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * The child process: opens one scan and renders its pages, never more than a few ahead of their reader.
 *
 * <p>Arguments: file, folder for the pages, first page wanted, most pages, most pixels, dots per inch. It answers one
 * line, fields parted by tabs: {@code refused REASON}, or {@code file PAGES DAMAGE} and then for each page {@code page
 * NUMBER image|text|both|blank DPI QUARTERS STEPS TYPE=TEXT…} with what was done to its picture, parted by blanks, and
 * the codes printed on it, or {@code page NUMBER unreadable REASON}, and {@code end}. A byte on its input is leave to
 * go one page further; its end means that the parent is gone.
 */
public final class RenderPages {

    /** Pages rendered before their reader asks for them. */
    private static final int AHEAD = 2;

    private final PrintStream answers;
    private final InputStream leave;

    private RenderPages(PrintStream answers, InputStream leave) {
        this.answers = answers;
        this.leave = leave;
    }

    public static void main(String[] args) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Limits limits = new Limits(Integer.parseInt(args[3]), Long.parseLong(args[4]), Integer.parseInt(args[5]));
        RenderPages pages = new RenderPages(answers, System.in);
        Path folder = Path.of(args[1]);
        pages.render(Path.of(args[0]), folder, Integer.parseInt(args[2]), limits);
        pages.outlive(folder);
    }

    /** Waits for the parent, which ends this process; if it dies first, nobody else clears its folder. */
    private void outlive(Path folder) throws IOException {
        while (leave.read() >= 0) {
            // leave that is no more needed
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private void render(Path file, Path folder, int first, Limits limits) throws IOException {
        try (ScanFile scan = ScanFiles.open(file, limits)) {
            answer("file", Integer.toString(scan.pages()), scan.damage().orElse(""));
            for (int number = first; number <= scan.pages(); number++) {
                if (number >= first + AHEAD && leave.read() < 0) {
                    return;
                }
                page(scan, number, folder);
            }
            answer("end");
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

package fr.aubette.normalise.letter;

import fr.aubette.normalise.letter.render.RenderPages;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The process that opens a scan: the same Java with a small heap. Its answers are {@link RenderPages}'. */
final class RenderChild implements Closeable {

    private static final String GONE = "gone";

    private final Process process;
    private final Duration timeout;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private volatile BiConsumer<Integer, List<String>> heard = (page, codes) -> {};

    private RenderChild(Process process, Duration timeout) {
        this.process = process;
        this.timeout = timeout;
        Thread reader = new Thread(this::listen, "scan-answers");
        reader.setDaemon(true);
        reader.start();
    }

    static RenderChild start(Path file, Path folder, ReadingSettings settings) throws IOException {
        List<String> command = new ArrayList<>(ChildProcess.gently(settings.nice()));
        command.addAll(java(settings, folder, RenderPages.class));
        command.addAll(List.of(
                file.toString(),
                folder.toString(),
                Integer.toString(settings.maxPages()),
                Long.toString(settings.maxPixels()),
                Integer.toString(settings.dpi())));
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        return new RenderChild(process, settings.renderTimeout());
    }

    /** How to start the same Java with a small heap, which puts nothing aside but in this folder. */
    static List<String> java(ReadingSettings settings, Path folder, Class<?> main) {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.memory() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-cp",
                System.getProperty("java.class.path")));
        boolean nested = String.valueOf(main.getResource(main.getSimpleName() + ".class"))
                .contains("BOOT-INF/classes");
        if (nested) {
            java.add("-Dloader.main=" + main.getName());
        }
        java.add(nested ? "org.springframework.boot.loader.launch.PropertiesLauncher" : main.getName());
        return java;
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
                answers.add(line);
            }
        } catch (IOException e) {
            // it died: said below
        }
        answers.add(GONE);
    }

    /** Tells at once what codes a page bears, while the page itself may wait to be read. */
    private void hear(String line) {
        List<String> fields = List.of(line.split("\t", -1));
        if (fields.get(0).equals("page")) {
            boolean open = fields.size() >= SheetReading.CODES;
            heard.accept(
                    Integer.parseInt(fields.get(1)),
                    open ? fields.subList(SheetReading.CODES, fields.size()) : List.of());
        }
    }

    /** Who is told the codes of each page, from a thread of this process' own; before the first page is asked for. */
    void hears(BiConsumer<Integer, List<String>> listener) {
        heard = listener;
    }

    /** The next answer's fields; empty when the process died or was too slow. */
    Optional<List<String>> next() {
        try {
            String answer = answers.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return answer == null || answer.equals(GONE)
                    ? Optional.empty()
                    : Optional.of(List.of(answer.split("\t", -1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a scan was rendered", e);
        }
    }

    /** Asks for a page; its answer comes behind those asked for before. */
    void render(int page) {
        try {
            process.getOutputStream().write((page + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // it has died: the next answer tells
        }
    }

    @Override
    public void close() {
        ChildProcess.kill(process);
    }
}

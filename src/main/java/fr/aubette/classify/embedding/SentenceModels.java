package fr.aubette.classify.embedding;

import fr.aubette.classify.SentenceTerm.Hindrance;
import fr.aubette.classify.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Loads sentence models, each once as long as its files do not change. */
public final class SentenceModels {

    private static final String HOW = "docs/routing.md, \"A sentence model\"";

    private static final Map<List<Object>, Sentences> LOADED = new ConcurrentHashMap<>();

    private SentenceModels() {}

    /** Thrown when a model cannot be used. */
    public static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Hindrance hindrance;

        private Unusable(Hindrance hindrance) {
            super(hindrance.english());
            this.hindrance = hindrance;
        }

        /** What is wrong, and what to do. */
        public Hindrance hindrance() {
            return hindrance;
        }
    }

    /**
     * The model of a folder.
     *
     * @param folder with {@code model.onnx}, {@code tokenizer.json} and the runtime's jars
     * @param tokens longest text, in tokens; what is longer is cut
     * @param patience longest time for one text
     * @throws Unusable saying what is wrong with the folder
     */
    public static Sentences in(Path folder, int tokens, Duration patience) throws Unusable {
        SentenceFolder files = new SentenceFolder(folder.toAbsolutePath());
        for (Path file : List.of(files.model(), files.tokenizer())) {
            if (!Files.isRegularFile(file)) {
                throw missing(file + " is not there", file + " n'est pas là");
            }
        }
        try {
            List<Object> key =
                    List.of(files, files.jars(), stamp(files.model()), stamp(files.tokenizer()), tokens, patience);
            Sentences known = LOADED.get(key);
            if (known == null) {
                known = load(files, tokens, patience);
                LOADED.put(key, known);
            }
            return known;
        } catch (IOException e) {
            throw missing(folder + " cannot be read: " + e.getMessage(), folder + " est illisible : " + e.getMessage());
        }
    }

    private static String stamp(Path file) throws IOException {
        return Files.getLastModifiedTime(file) + " " + Files.size(file);
    }

    private static Sentences load(SentenceFolder files, int tokens, Duration patience) throws IOException, Unusable {
        try {
            Function<String, float[]> model = files.load(tokens);
            int size = model.apply("a").length;
            return new BoundedSentences(model, files.sha256(), size, patience, System::nanoTime);
        } catch (ReflectiveOperationException e) {
            throw e instanceof ClassNotFoundException ? noRuntime(files, e) : broken(files, e);
        } catch (LinkageError e) {
            throw noRuntime(files, e);
        } catch (RuntimeException e) {
            throw broken(files, e);
        }
    }

    private static Unusable missing(String english, String french) {
        return new Unusable(new Hindrance(
                english,
                french,
                "put it there as " + HOW + " says, or take sentence-model out of routing.yaml",
                "mettez-le comme le dit " + HOW + ", ou retirez sentence-model de routing.yaml"));
    }

    private static Unusable noRuntime(SentenceFolder files, Throwable e) {
        return new Unusable(new Hindrance(
                "a jar of the runtime is missing in " + files.folder() + ", or is not for this machine: " + reason(e),
                "un jar du moteur manque dans " + files.folder() + ", ou n'est pas pour cette machine : " + reason(e),
                "put there the jars that " + HOW + " lists, and start again",
                "mettez-y les jars que liste " + HOW + ", puis redémarrez"));
    }

    private static Unusable broken(SentenceFolder files, Throwable e) {
        return new Unusable(new Hindrance(
                "the sentence model of " + files.folder() + " cannot be used: " + reason(e),
                "le modèle de phrases de " + files.folder() + " est inutilisable : " + reason(e),
                "fetch model.onnx and tokenizer.json of one model again",
                "reprenez model.onnx et tokenizer.json d'un même modèle"));
    }

    /** The deepest cause in one line. */
    private static String reason(Throwable thrown) {
        Throwable deepest = Stream.iterate(thrown, each -> each != null, Throwable::getCause)
                .reduce((a, b) -> b)
                .orElse(thrown);
        return deepest.getClass().getSimpleName() + " "
                + String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    }
}

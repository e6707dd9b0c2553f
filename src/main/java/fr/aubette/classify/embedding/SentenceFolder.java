package fr.aubette.classify.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder with a model, its tokenizer and the runtime's jars. */
record SentenceFolder(Path folder) {

    private static final String CODE = "fr.aubette.classify.embedding.onnx.OnnxSentences";

    /** A native library belongs to one class loader of the process: the same jars always have the same one. */
    private static final Map<List<Path>, ClassLoader> LOADERS = new ConcurrentHashMap<>();

    Path model() {
        return folder.resolve("model.onnx");
    }

    Path tokenizer() {
        return folder.resolve("tokenizer.json");
    }

    /** The runtime's jars, as they really lie. */
    List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                found.add(file.toRealPath());
            }
            return found;
        }
    }

    /** Of the model and then the tokenizer. */
    String sha256() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : List.of(model(), tokenizer())) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Loads the model.
     *
     * @throws ReflectiveOperationException if the runtime cannot be loaded or refuses the model; its cause says why
     * @throws LinkageError if a jar is missing, or has no library for this machine
     */
    Function<String, float[]> load(int tokens) throws IOException, ReflectiveOperationException {
        quiet();
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        ClassLoader runtime = LOADERS.computeIfAbsent(jars(), SentenceFolder::loader);
        current.setContextClassLoader(runtime); // the tokenizer looks for its library there
        try {
            @SuppressWarnings("unchecked")
            Function<String, float[]> loaded = (Function<String, float[]>) Class.forName(CODE, true, runtime)
                    .getConstructor(Path.class, Path.class, int.class)
                    .newInstance(model(), tokenizer(), tokens);
            return loaded;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LinkageError missing) {
                throw missing;
            }
            throw e;
        } finally {
            current.setContextClassLoader(before);
        }
    }

    /** The tokenizer's library would tell its makers that it is used, and keep its native part in somebody's home. */
    private void quiet() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ENGINE_CACHE_DIR", folder.resolve("natives").toString());
    }

    private static ClassLoader loader(List<Path> jars) {
        List<URL> places = new ArrayList<>();
        for (Path jar : jars) {
            try {
                places.add(jar.toUri().toURL());
            } catch (IOException e) {
                throw new IllegalStateException(jar + " has no URL", e);
            }
        }
        return new RuntimeLoader(places, SentenceFolder.class.getClassLoader());
    }
}

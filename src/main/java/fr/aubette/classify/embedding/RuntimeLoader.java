package fr.aubette.classify.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Loads the runtime from the model's folder and from nowhere else, and beside it the one package of ours that names its
 * classes. Everything else is the hub's.
 */
final class RuntimeLoader extends URLClassLoader {

    private static final String OURS = "fr.aubette.classify.embedding.onnx.";

    private static final List<String> OWN = List.of("ai.onnxruntime.", "ai.djl.");

    RuntimeLoader(List<URL> jars, ClassLoader hub) {
        super("sentence-model", jars.toArray(URL[]::new), hub);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            if (name.startsWith(OURS)) {
                return ours(name);
            }
            return OWN.stream().anyMatch(name::startsWith) ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> ours(String name) throws ClassNotFoundException {
        try (InputStream code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = code.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}

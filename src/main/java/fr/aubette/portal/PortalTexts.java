package fr.aubette.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The fixed words of citizens' pages, in each language that they speak. */
@Component
public class PortalTexts {

    private final Map<String, Map<String, String>> byLanguage = Map.of("fr", read("fr"), "en", read("en"));

    /** Every text of this language, by key. */
    public Map<String, String> in(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    /**
     * The language asked by the address ({@code ?lang=en}), else the first of the browser's that we have, else French.
     */
    public String language(HttpServletRequest request) {
        String query = "&" + request.getQueryString() + "&";
        return byLanguage.keySet().stream()
                .filter(language -> query.contains("&lang=" + language + "&"))
                .findFirst()
                .orElseGet(() -> browser(request)
                        .map(Locale::getLanguage)
                        .filter(byLanguage::containsKey)
                        .findFirst()
                        .orElse("fr"));
    }

    /** The browser's languages; without its header the container would name the server's own. */
    private static Stream<Locale> browser(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Stream.empty()
                : Collections.list(request.getLocales()).stream();
    }

    private static Map<String, String> read(String language) {
        String file = "/portal/texts_" + language + ".properties";
        try (InputStream in = PortalTexts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, texts::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

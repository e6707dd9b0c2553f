package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.access.Viewers;
import fr.aubette.model.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * How pages are served: the viewer and her sight as arguments, the language, the two libraries under short addresses.
 */
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {

    private static final Duration LANGUAGE_KEPT = Duration.ofDays(365);

    private final Viewers viewers;
    private final Catalogue catalogue;

    WebSettings(Viewers viewers, Catalogue catalogue) {
        this.viewers = viewers;
        this.catalogue = catalogue;
    }

    /** The reader's own choice, else what her browser asks for, else French. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("aubette-langue");
        resolver.setCookieMaxAge(LANGUAGE_KEPT);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(request -> {
            Locale asked = request.getHeader("Accept-Language") == null ? Locale.FRENCH : request.getLocale();
            return asked.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        });
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor choice = new LocaleChangeInterceptor();
        choice.setParamName("lang");
        choice.setIgnoreInvalidLocale(true);
        registry.addInterceptor(choice);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FromPrincipal<>(Viewer.class, viewers, viewer -> viewer));
        resolvers.add(new FromPrincipal<>(Sight.class, viewers, viewer -> Sight.of(viewer, catalogue)));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/lib/htmx/**", "htmx.org/*/dist/", "htmx.min.js");
        serve(registry, "/lib/pico/**", "picocss__pico/*/css/", "pico.min.css");
    }

    /** Pages need not know the libraries' versions. */
    private static void serve(ResourceHandlerRegistry registry, String address, String folder, String file) {
        try {
            String pattern = "classpath*:/META-INF/resources/webjars/" + folder + file;
            String found = new PathMatchingResourcePatternResolver()
                    .getResources(pattern)[0]
                    .getURL()
                    .toString();
            registry.addResourceHandler(address)
                    .addResourceLocations(found.substring(0, found.length() - file.length()))
                    .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

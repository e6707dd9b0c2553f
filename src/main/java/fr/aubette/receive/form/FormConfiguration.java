package fr.aubette.receive.form;

import fr.aubette.model.FormDefinition;
import fr.aubette.model.FormDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Reads the forms at the start, and puts the filter in front of everything that might read a posted body. */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {

    @Bean
    FormDefinitions formDefinitions(FormSettings settings) throws IOException {
        return read(settings.folder(), settings.maxText());
    }

    @Bean
    FilterRegistrationBean<BodyFilter> formBodies(FormSettings settings, @Qualifier("scratch") Path scratch) {
        FilterRegistrationBean<BodyFilter> filter =
                new FilterRegistrationBean<>(new BodyFilter(settings.maxBody().toBytes(), scratch));
        filter.setUrlPatterns(List.of("/formulaires", "/formulaires/*"));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Every form of the folder, by code. */
    static FormDefinitions read(Path folder, int longest) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("aubette.form.folder is " + folder + ", expected a folder of YAML files");
        }
        Map<String, FormDefinition> forms = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                FormDefinition form = FormFile.read(file, longest);
                forms.put(form.code(), form);
            }
        }
        return new FormDefinitions(forms);
    }
}

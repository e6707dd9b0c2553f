package fr.aubette.receive.letter;

import java.io.File;
import java.time.Clock;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters of drop folders, by what {@code files} and {@code takeWhen} of channels.yaml say. */
@Configuration(proxyBeanMethods = false)
class LetterFileFilters {

    /** Each file is for itself. */
    @Bean(name = {"scanFiles-single-settled", "scanFiles-single-marked", "scanFiles-single-renamed"})
    GenericFileFilter<File> single() {
        return new ScanFiles();
    }

    /** {@code NAME_1}, {@code NAME_2}… are one letter once they have been left alone for a while. */
    @Bean(name = {"scanFiles-numbered-settled", "scanFiles-numbered-renamed"})
    GenericFileFilter<File> numbered(DropSettings settings, Clock clock) {
        return new NumberedFiles(settings, clock, false);
    }

    /** {@code NAME_1}, {@code NAME_2}… are one letter once {@code NAME.ok} lies beside them. */
    @Bean("scanFiles-numbered-marked")
    GenericFileFilter<File> marked(DropSettings settings, Clock clock) {
        return new NumberedFiles(settings, clock, true);
    }

    /** Camel reads the type of a filter's entries from its class. */
    abstract static class Filter implements GenericFileFilter<File> {

        private final ScanFiles scans = new ScanFiles();

        @Override
        public final boolean accept(GenericFile<File> entry) {
            return scans.accept(entry) && (entry.isDirectory() || alone(entry.getFile()));
        }

        /** Whether a scan may be taken as it is. */
        abstract boolean alone(File scan);
    }
}

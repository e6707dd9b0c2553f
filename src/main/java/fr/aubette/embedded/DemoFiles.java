package fr.aubette.embedded;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What comes with the program to show it: mails, letters, forms and visits of invented citizens. */
final class DemoFiles {

    private DemoFiles() {}

    /**
     * One of them.
     *
     * @param name its file name
     */
    record DemoFile(String name, byte[] bytes) {}

    /** All of a kind, by name: {@code mail}, {@code letters}, {@code forms} or {@code visits}. */
    static List<DemoFile> of(String kind) throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:demo/" + kind + "/*");
        List<Resource> sorted = Arrays.stream(found)
                .sorted(Comparator.comparing(each -> Objects.toString(each.getFilename(), "")))
                .toList();
        List<DemoFile> files = new java.util.ArrayList<>();
        for (Resource each : sorted) {
            files.add(new DemoFile(Objects.toString(each.getFilename(), ""), each.getContentAsByteArray()));
        }
        return files;
    }
}

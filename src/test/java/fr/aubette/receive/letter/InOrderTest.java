package fr.aubette.receive.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;

class InOrderTest {

    @Test
    void is_that_of_writing_and_of_numbers_within_one_moment() {
        assertThat(Stream.of(
                                file("b.pdf", 2),
                                file("scan_10.pdf", 1),
                                file("scan_9.pdf", 1),
                                file("lot2/scan_1.pdf", 1),
                                file("scan_010.pdf", 1),
                                file("lot10/scan_1.pdf", 1),
                                file("a.pdf", 3),
                                file("99999999999999999999999999.pdf", 1))
                        .sorted(new InOrder())
                        .map(GenericFile::getFileName))
                .containsExactly(
                        "99999999999999999999999999.pdf",
                        "lot2/scan_1.pdf",
                        "lot10/scan_1.pdf",
                        "scan_9.pdf",
                        "scan_010.pdf",
                        "scan_10.pdf",
                        "b.pdf",
                        "a.pdf");
    }

    private static GenericFile<?> file(String name, long written) {
        GenericFile<Object> file = new GenericFile<>();
        file.setFileName(name);
        file.setLastModified(written);
        return file;
    }
}

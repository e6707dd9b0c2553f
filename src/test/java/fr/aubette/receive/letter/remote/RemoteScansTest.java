package fr.aubette.receive.letter.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that a server may list. */
class RemoteScansTest {

    @ParameterizedTest
    @ValueSource(strings = {"lettre à l'été.pdf", "2026-03-02/scan_1.tif", "..lettre.pdf", "a..b.pdf"})
    void are_used_when_they_are_plain(String name) {
        assertThat(RemoteScans.isSafe(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lettre\0.pdf",
                "..",
                "2026-03-02/..",
                "../lettre.pdf",
                "/etc/passwd",
                "a\\b.pdf",
                "a*.pdf",
                "a?.pdf",
                "a\n.pdf",
                "\uFFFD.pdf",
                ""
            })
    void are_left_there_when_they_lead_elsewhere_or_stand_for_others(String name) {
        assertThat(RemoteScans.isSafe(name)).isFalse();
    }

    @Test
    void are_left_there_when_no_disk_takes_them() {
        assertThat(RemoteScans.isSafe("é".repeat(150) + ".pdf")).isFalse();
    }
}

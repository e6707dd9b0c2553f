package fr.aubette.ami;

import java.time.Duration;
import java.util.List;

/** How old a channel is that was found when nobody had seen it begin. */
final class Ages {

    private Ages() {}

    static Duration of(AmiBlock block) {
        if (block.get("Seconds").matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(block.get("Seconds")));
        }
        String[] parts = block.get("Duration").split(":", -1);
        boolean clock = parts.length == 3 && List.of(parts).stream().allMatch(part -> part.matches("\\d{1,4}"));
        return clock
                ? Duration.ofHours(Long.parseLong(parts[0]))
                        .plusMinutes(Long.parseLong(parts[1]))
                        .plusSeconds(Long.parseLong(parts[2]))
                : Duration.ZERO;
    }
}

package fr.aubette.ami;

import java.time.Instant;
import java.util.Optional;

/** When the exchange last started, as it tells at a login: what went on before is dead. */
final class Restarts {

    private String startup = "";

    /**
     * The moment of a start, if this block tells one.
     *
     * @param now when the block was written
     */
    Optional<Instant> toldBy(AmiBlock block, Instant now, WireClock clock) {
        if (block.event().equals("FullyBooted") && block.get("Uptime").matches("\\d{1,9}")) {
            return Optional.of(now.minusSeconds(Long.parseLong(block.get("Uptime"))));
        }
        String told = block.get("CoreStartupDate") + " " + block.get("CoreStartupTime");
        if (!block.event().isEmpty() || told.isBlank()) {
            return Optional.empty();
        }
        boolean other = !startup.isEmpty() && !startup.equals(told);
        startup = told;
        return other ? Optional.of(clock.local(told).orElse(now)) : clock.local(told);
    }
}

package fr.aubette.deadline;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which calendar the clocks follow. Prefix {@code aubette.deadline}.
 *
 * @param alsaceMoselle whether Good Friday and 26 December are public holidays here; false unless told
 */
@ConfigurationProperties("aubette.deadline")
public record DeadlineSettings(@DefaultValue("false") boolean alsaceMoselle) {}

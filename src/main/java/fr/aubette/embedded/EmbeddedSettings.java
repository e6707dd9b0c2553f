package fr.aubette.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What runs inside this process. Prefix {@code aubette.embedded}, file {@code config/application.yaml}.
 *
 * @param postgres whether PostgreSQL does
 * @param broker whether Artemis does
 * @param dataDir where they keep their data
 * @param postgresPort on loopback
 * @param brokerId by which this process reaches its Artemis, {@code aubette.broker.url} being {@code vm://} and this
 *     number; two hubs in one process, as in tests, need two
 * @param amqpPort on loopback, for the directorates' software
 * @param stompPort on loopback, for the directorates' software
 * @param queueMemory what one queue keeps in memory; more waits on disk, 16MB unless told
 */
@ConfigurationProperties("aubette.embedded")
public record EmbeddedSettings(
        @DefaultValue("false") boolean postgres,
        @DefaultValue("false") boolean broker,
        @DefaultValue("data") Path dataDir,
        @DefaultValue("54329") int postgresPort,
        @DefaultValue("0") int brokerId,
        @DefaultValue("5672") int amqpPort,
        @DefaultValue("61613") int stompPort,
        @DefaultValue("16MB") DataSize queueMemory) {}

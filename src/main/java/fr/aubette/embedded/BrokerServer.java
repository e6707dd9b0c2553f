package fr.aubette.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * Artemis inside this process: a durable journal, acceptors for AMQP and STOMP on loopback, and an account for each
 * directorate that reaches its own queue only.
 */
public class BrokerServer implements AutoCloseable {

    /** The hub's own account. */
    static final String HUB = "aubette";

    private static final String HUB_ROLE = "hub";

    /** How long Artemis gathers writes before it syncs its journal: 100 microseconds, in nanoseconds. */
    private static final int JOURNAL_BUFFER_NANOS = 100_000;

    /** Where a message goes whose time has run out in a queue that nobody reads. */
    private static final String EXPIRED = "aubette.expired";

    /** Where nothing should ever be: our queues try without end. */
    private static final String UNDELIVERABLE = "aubette.undeliverable";

    /**
     * Each directorate reports on an address of its own, where nobody else may send: so the address says who speaks.
     * The hub reads all of them from one queue.
     */
    private static final String UPDATES = "aubette.updates.";

    /** What follows a directorate's code in the name of its account for protected tickets. */
    private static final String RESTRICTED = ".protected";

    /** What stands before a partner's code in the names of its account, queue and reports. */
    private static final String PARTNER = "partner.";

    private static final Set<String> HUB_QUEUES =
            Set.of("aubette.intakes", "aubette.intakes.urgent", "aubette.pages", EXPIRED, UNDELIVERABLE);

    private static final long QUEUE_MEMORY = 16L << 20;
    private static final long PAGE = 1L << 20;
    private static final long MAX_MEMORY_BYTES = 64L << 20;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final Map<String, String> passwords = new TreeMap<>();

    /**
     * Starts it.
     *
     * @param root folder of its journal and passwords
     * @param vmId by which this process reaches it: {@code vm://} and this number
     * @param directorates codes of those that have a queue
     * @throws IOException if it does not start, or one of its ports is taken
     */
    public BrokerServer(Path root, int vmId, int amqpPort, int stompPort, Collection<String> directorates)
            throws IOException {
        this(root, vmId, amqpPort, stompPort, QUEUE_MEMORY, directorates);
    }

    /**
     * Starts it.
     *
     * @param queueMemory bytes that one queue keeps in memory; more waits on disk
     * @throws IOException if it does not start, or one of its ports is taken
     */
    BrokerServer(Path root, int vmId, int amqpPort, int stompPort, long queueMemory, Collection<String> directorates)
            throws IOException {
        this(root, vmId, amqpPort, stompPort, queueMemory, directorates, Set.of());
    }

    /**
     * Starts it.
     *
     * @param partners codes of those whose own software takes requests from a queue
     * @throws IOException if it does not start, or one of its ports is taken
     */
    BrokerServer(
            Path root,
            int vmId,
            int amqpPort,
            int stompPort,
            long queueMemory,
            Collection<String> directorates,
            Collection<String> partners)
            throws IOException {
        SecurityConfiguration accounts = new SecurityConfiguration();
        addAccount(accounts, root, HUB, HUB_ROLE);
        for (String directorate : directorates) {
            addAccount(accounts, root, directorate, "directorate-" + directorate);
            addAccount(accounts, root, directorate + RESTRICTED, "protected-" + directorate);
        }
        for (String partner : partners) {
            addAccount(accounts, root, PARTNER + partner, PARTNER + partner);
        }
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts));
        ConfigurationImpl configuration = configuration(root, vmId, amqpPort, stompPort, directorates);
        for (String partner : partners) {
            addPair(configuration, "aubette." + PARTNER + partner, PARTNER + partner, PARTNER + partner);
        }
        configuration.addAddressSetting("#", whereNothingGoes());
        configuration.addAddressSetting("aubette.#", ours(queueMemory));
        server.setConfiguration(configuration);
        start();
    }

    /** Password of an account: {@value #HUB}, a directorate's code, or that with {@value #RESTRICTED} behind it. */
    public String password(String account) {
        String password = passwords.get(account);
        if (password == null) {
            throw new IllegalArgumentException("no broker account is called " + account);
        }
        return password;
    }

    /** The library logs a port that is taken and goes on without it: that is no start. */
    private void start() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("the embedded broker did not start: " + e.getMessage(), e);
        }
        if (!server.getActiveMQServer().getRemotingService().isStarted()) {
            close();
            throw new IOException("the embedded broker did not start: is another program on its AMQP or STOMP port?");
        }
    }

    private void addAccount(SecurityConfiguration accounts, Path root, String name, String role) throws IOException {
        String password = Secret.in(root.resolve("accounts").resolve(name + ".password"));
        passwords.put(name, password);
        accounts.addUser(name, password);
        accounts.addRole(name, role);
    }

    private static ConfigurationImpl configuration(
            Path root, int vmId, int amqpPort, int stompPort, Collection<String> directorates) throws IOException {
        ConfigurationImpl configuration = new ConfigurationImpl();
        try {
            configuration.addAcceptorConfiguration("in-vm", "vm://" + vmId);
            configuration.addAcceptorConfiguration("amqp", acceptor(amqpPort, "AMQP"));
            configuration.addAcceptorConfiguration("stomp", acceptor(stompPort, "STOMP"));
        } catch (Exception e) {
            throw new IOException("a port of the embedded broker is not usable: " + e.getMessage(), e);
        }
        configuration.setName("aubette");
        configuration.setPersistenceEnabled(true);
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS);
        configuration.setJournalDirectory(root.resolve("journal").toString());
        configuration.setBindingsDirectory(root.resolve("bindings").toString());
        configuration.setLargeMessagesDirectory(root.resolve("large").toString());
        configuration.setPagingDirectory(root.resolve("paging").toString());
        configuration.setNodeManagerLockDirectory(root.resolve("lock").toString());
        configuration.setGlobalMaxSize(MAX_MEMORY_BYTES);
        configuration.setJMXManagementEnabled(false);
        configuration.setMessageCounterEnabled(false);
        configuration.setIDCacheSize(20_000);
        configuration.setPersistIDCache(true);
        addAddresses(configuration, directorates);
        return configuration;
    }

    private static String acceptor(int port, String protocol) {
        return "tcp://127.0.0.1:" + port + "?protocols=" + protocol;
    }

    private static void addAddresses(ConfigurationImpl configuration, Collection<String> directorates) {
        Set<Role> hub = Set.of(role(HUB_ROLE, true, true));
        configuration.putSecurityRoles("#", hub);
        for (String name : HUB_QUEUES) {
            configuration.addAddressConfiguration(queue(name));
        }
        Set<Role> events = new java.util.HashSet<>(hub);
        for (String directorate : directorates) {
            addPair(configuration, "aubette.directorate." + directorate, directorate, "directorate-" + directorate);
            addPair(
                    configuration,
                    "aubette.protected." + directorate,
                    directorate + RESTRICTED,
                    "protected-" + directorate);
            events.add(listener("directorate-" + directorate));
        }
        configuration.addAddressConfiguration(
                new CoreAddressConfiguration().setName("aubette.events").addRoutingType(RoutingType.MULTICAST));
        configuration.putSecurityRoles("aubette.events", events);
    }

    /** A queue that one account reads, and the address on which it reports. */
    private static void addPair(ConfigurationImpl configuration, String queue, String account, String role) {
        configuration.addAddressConfiguration(queue(queue));
        configuration.putSecurityRoles(queue, Set.of(role(HUB_ROLE, true, true), role(role, false, true)));
        configuration.addAddressConfiguration(queue(UPDATES + account));
        configuration.putSecurityRoles(UPDATES + account, Set.of(role(HUB_ROLE, true, true), role(role, true, false)));
    }

    /** For the short-lived queues of programs that ask something: without it each leaves two warnings in the log. */
    private static AddressSettings whereNothingGoes() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(UNDELIVERABLE))
                .setExpiryAddress(SimpleString.of(EXPIRED));
    }

    /** Artemis' default drops a message after ten quick failures: ours stay until they are done. */
    private static AddressSettings ours(long queueMemory) {
        return new AddressSettings()
                .setMaxDeliveryAttempts(-1)
                .setDeadLetterAddress(SimpleString.of(UNDELIVERABLE))
                .setExpiryAddress(SimpleString.of(EXPIRED))
                .setRedeliveryDelay(1000)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(30_000)
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(queueMemory)
                .setPageSizeBytes((int) Math.min(PAGE, queueMemory / 2));
    }

    private static CoreAddressConfiguration queue(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(name)
                        .setAddress(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true));
    }

    private static Role role(String name, boolean send, boolean consume) {
        boolean hub = name.equals(HUB_ROLE);
        return new Role(name, send, consume, hub, hub, hub, hub, hub, consume, hub, hub);
    }

    /** May subscribe to events, durably too. */
    private static Role listener(String name) {
        return new Role(name, false, true, true, true, true, true, false, true, false, false);
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the embedded broker did not stop: " + e.getMessage(), e);
        }
    }
}

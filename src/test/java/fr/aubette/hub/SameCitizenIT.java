package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.identify.IdentityKey;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Profile;
import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two contacts of one new citizen, held together at the moment when each has found nobody, make one citizen. */
@HubTest
@Import(StageFailsIT.WithTripwires.class)
class SameCitizenIT {

    private static final int ROUNDS = 20;

    /** How long a contact that has looked waits for the other one to have looked too. */
    private static final long RENDEZVOUS_MILLIS = 150;

    @Autowired
    Tripwires tripwires;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    private volatile CountDownLatch bothHaveLooked = new CountDownLatch(0);

    @AfterEach
    void disarm() {
        tripwires.disarm();
    }

    @Test
    void makesOneCitizen() {
        tripwires.around(call -> meet(call, call::proceed));

        for (int round = 0; round < ROUNDS; round++) {
            assertThat(citizensOfTwoContactsAtOnce()).isOne();
        }
    }

    /** Shows that the test above can fail: the same rounds with the look-up, but not its locks. */
    @Test
    void wouldMakeTwoWithoutTheLocks() {
        tripwires.around(call -> meet(call, () -> holdersWithoutLocks(keys(call))));

        await().atMost(Duration.ofSeconds(20)).until(() -> citizensOfTwoContactsAtOnce() == 2);
    }

    private @org.jspecify.annotations.Nullable Object meet(MethodInvocation call, Look look) throws Throwable {
        if (!Tripwires.step(call).equals("CitizenDirectory.holders")) {
            return call.proceed();
        }
        Object found = look.look();
        CountDownLatch both = bothHaveLooked;
        both.countDown();
        boolean met = both.await(RENDEZVOUS_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(met || both.getCount() == 1).isTrue();
        return found;
    }

    /** A look-up, under locks or not. */
    @FunctionalInterface
    private interface Look {
        @org.jspecify.annotations.Nullable
        Object look() throws Throwable;
    }

    private long citizensOfTwoContactsAtOnce() {
        String mail = "c" + UUID.randomUUID() + "@example.org";
        bothHaveLooked = new CountDownLatch(2);
        Taken one = intake.take(PlainItems.item(UUID.randomUUID().toString(), "Renard", mail, "Un"));
        Taken two = intake.take(PlainItems.item(UUID.randomUUID().toString(), "Renard", mail, "Deux"));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql("select count(*) from intake where id in (?, ?) and outcome = 'opened'")
                                .params(one.id().value(), two.id().value())
                                .query(Long.class)
                                .single()
                        == 2);
        return jdbc.sql("select count(distinct citizen_id) from identity_key where value = ?")
                .param(mail)
                .query(Long.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private static List<IdentityKey> keys(MethodInvocation call) {
        return (List<IdentityKey>) call.getArguments()[0];
    }

    private List<Profile> holdersWithoutLocks(List<IdentityKey> keys) {
        return jdbc.sql("""
                        select c.id, c.known from identity_key k join citizen c on c.id = k.citizen_id
                        where k.value in (:values)
                        """)
                .param("values", keys.stream().map(IdentityKey::value).toList())
                .query((row, n) -> KnownText.profile(row.getString("id"), row.getString("id"), row.getString("known")))
                .list();
    }
}

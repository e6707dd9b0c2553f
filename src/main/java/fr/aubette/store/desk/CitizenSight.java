package fr.aubette.store.desk;

import fr.aubette.access.Sight;

/** What a viewer may know of a person, in the words of PostgreSQL. */
final class CitizenSight {

    /**
     * For the person {@code p.person}: {@code seen} and {@code hidden} count the tickets that the viewer knows of and
     * those that she does not, {@code open} the open ones of the former, {@code confidential} whether few may know of
     * the person.
     */
    static final String MET = """
            lateral (
                select count(*) filter (where x.level > 0) as seen, count(*) filter (where x.level = 0) as hidden,
                       count(*) filter (where x.level > 0 and x.ended_at is null) as open
                from (select t.ended_at, %s as level from ticket t
                      where t.id in (
                          select o.id from ticket o where o.citizen_id in (
                              select c.id from citizen c where c.id = p.person or c.person = p.person)
                          union select tc.ticket_id from contact o join ticket_contact tc on tc.contact_id = o.id
                          where o.citizen_id in (
                              select c.id from citizen c where c.id = p.person or c.person = p.person)
                          union select tc.ticket_id from contact o join ticket_contact tc on tc.contact_id = o.id
                          where o.beneficiary_id in (
                              select c.id from citizen c where c.id = p.person or c.person = p.person))) x) met
            """.formatted(Sight.LEVEL);

    /** Over {@code p} and {@code met}; its parameter is {@code :fewOnly}. */
    static final String KNOWS = """
            (met.seen > 0 or met.hidden = 0)
            and (:fewOnly or not exists (
                select 1 from citizen c where (c.id = p.person or c.person = p.person) and c.confidential))
            """;

    private CitizenSight() {}
}

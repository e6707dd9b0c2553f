package fr.aubette.access;

/**
 * What a viewer may know of a person: the rule, once, in the words of PostgreSQL, so that no search, call or question
 * can forget it.
 */
public final class CitizenSight {

    /**
     * For the person {@code p.person}: {@code seen} and {@code hidden} count the tickets that the viewer knows of and
     * those that she does not, {@code open} the open ones of the former, {@code confidential} whether few may know of
     * the person.
     */
    public static final String MET = """
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
    public static final String KNOWS = """
            (met.seen > 0 or met.hidden = 0)
            and (:fewOnly or not exists (
                select 1 from citizen c where (c.id = p.person or c.person = p.person) and c.confidential))
            """;

    /**
     * Over a contact {@code c} and a person {@code p.person}: nothing but the number of a file leads from one to the
     * other, and the file is another directorate's. Who only knows a number does not learn whose it is.
     */
    public static final String BY_OTHERS_NUMBER = """
            (coalesce(c.detail #>> '{requester,name}', c.detail #>> '{requester,lastName}',
                      c.detail #>> '{requester,firstName}') is null
             and exists (
                select 1 from ticket_contact q join ticket_case_file w on w.ticket_id = q.ticket_id
                join case_file f on f.number = w.case_file and f.ended_at is null
                join citizen h on h.id = f.citizen_id and (h.id = p.person or h.person = p.person)
                where q.contact_id = c.id and not f.directorate = any(:own::text[] || :protectedIn::text[])))
            """;

    private CitizenSight() {}
}

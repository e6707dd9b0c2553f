package fr.aubette.ami;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.model.Phone;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A real call recorded on the wire, with the truth that its telephones and its queue log told. */
public record Recording(String name, byte[] bytes, List<JsonNode> truths) {

    public static final List<String> NAMES = List.of(
            "a_queue_answered",
            "a2_answered_agent_hangs_up",
            "b_abandoned_ringing",
            "b2_abandoned_all_busy",
            "c_noanswer_voicemail",
            "d_voicemail_hung_up_in_greeting",
            "d2_queue_full",
            "e_blind_transfer_to_agent",
            "f_attended_transfer",
            "f2_attended_consult_then_back",
            "g_hold",
            "i_callerid_formats",
            "j_direct_agent",
            "k_click_to_call",
            "l_overlapping",
            "n_burst",
            "o_transfer_between_queues",
            "p_rejected_empty",
            "q_lost_on_transfer",
            "q2_lost_waiting_after_transfer",
            "r_attended_through_queue",
            "s_phone_off",
            "t_gave_up_before_the_queue",
            "u_placed_busy",
            "v_withheld");

    /** What switchboards do besides: forwarding, pickup, parking, meetings, members behind the dialplan. */
    public static final List<String> ODD = List.of(
            "aa_member_behind_local",
            "ab_voicemail_at_once",
            "ac_forwarded_302",
            "ad_two_telephones",
            "ae_pickup",
            "af_parked",
            "ag_meeting",
            "ah_forwarded_outside",
            "ai_announced",
            "aj_second_line_then_voicemail",
            "ak_agent_dials",
            "al_colleagues",
            "am_atxfer_by_the_exchange",
            "an_redirected",
            "ao_passed_to_voicemail",
            "ap_busy_member",
            "aq_transferred_outside",
            "ar_attended_abandoned",
            "as_left_while_it_rings",
            "at_transfer_to_nowhere",
            "au_forwarded_outside_by_the_telephone",
            "av_announced_by_the_exchange_to_a_queue",
            "aw_two_citizens_meet");

    /** Recordings of a broken link, in two parts. */
    public static final List<String> BROKEN = List.of("m_link_cut", "m2_ended_in_the_gap", "m3_pbx_killed");

    /** Where recordings end that say nothing of their time. */
    public static final Instant SOME_DAY = Instant.parse("2026-11-22T00:00:00Z");

    /** All that were taken in one piece. */
    public static Stream<String> whole() {
        return Stream.concat(NAMES.stream(), ODD.stream());
    }

    public static Recording of(String name) {
        try {
            List<JsonNode> truths = new ArrayList<>();
            new ObjectMapper()
                    .readTree(bytes(name + ".expected.json"))
                    .get("contacts")
                    .forEach(truths::add);
            return new Recording(name, bytes(name + ".ami"), truths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of text that were written elsewhere at the same time: {@code cdr}, {@code queue_log}. */
    public static List<String> expected(String name, String what) {
        try {
            List<String> lines = new ArrayList<>();
            new ObjectMapper()
                    .readTree(bytes(name + ".expected.json"))
                    .get(what)
                    .forEach(line -> lines.add(line.asText()));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(String file) throws IOException {
        try (InputStream plain = Recording.class.getResourceAsStream("/cti/" + file)) {
            if (plain != null) {
                return plain.readAllBytes();
            }
        }
        try (InputStream packed = Recording.class.getResourceAsStream("/cti/" + file + ".gz")) {
            return new GZIPInputStream(packed).readAllBytes();
        }
    }

    /** The calls that reading it from start to end gives. */
    public List<Phone> calls() {
        return calls(bytes);
    }

    /** The calls that these bytes tell. */
    public static List<Phone> calls(byte[] bytes) {
        try {
            return AmiLog.read(new ByteArrayInputStream(bytes), SOME_DAY).conversations().stream()
                    .map(told ->
                            CallFold.of(told.bytes(), told.callId(), SOME_DAY).orElseThrow())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

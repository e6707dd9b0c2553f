package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What health says, and to whom. */
@HubTest
class HealthIT {

    @Autowired
    TestRestTemplate http;

    @Test
    void names_every_neighbour_to_this_machine_and_none_to_the_world() {
        String whole = http.getForObject("/actuator/health/whole", String.class);

        assertThat(whole).contains("\"postgres\":{\"status\"", "\"broker\":{\"status\"", "\"sources\":{\"status\"");
        assertThat(whole).doesNotContain("\"db\"", "\"jms\"");
        assertThat(http.getForObject("/actuator/health", String.class)).doesNotContain("details", "postgres");
        assertThat(fromOutside("/actuator/health/whole")).doesNotContain("postgres");
    }

    private String fromOutside(String address) {
        HttpHeaders proxied = new HttpHeaders();
        proxied.set("X-Forwarded-For", "203.0.113.9");
        return String.valueOf(http.exchange(address, HttpMethod.GET, new HttpEntity<>(proxied), String.class)
                .getBody());
    }
}

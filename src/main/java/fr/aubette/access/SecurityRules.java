package fr.aubette.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which address needs what: all of them a signed-in person, except the few named here. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
                    + "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /**
     * Programs (a telephone system's door asks for the line's own password): each request brings its own name and
     * password, no cookie is heard, so no other site can borrow one.
     */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        address -> address.requestMatchers(HttpMethod.POST, "/api/forms/**", "/api/calls/*")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(SecurityRules::refuse))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** People: a session behind a sign-in page; citizens' forms carry a one-time token of their own. */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, Accounts accounts) throws Exception {
        return http.authorizeHttpRequests(address -> address.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/aubette/**", "/lib/**", "/favicon.ico", "/connexion", "/premiere-connexion")
                        .permitAll()
                        .requestMatchers("/actuator/health/whole", "/actuator/health/whole/**")
                        .access(fromThisMachineOrAdministrator())
                        .requestMatchers(
                                "/formulaires",
                                "/formulaires/**",
                                "/portal/**",
                                "/webjars/**",
                                "/actuator/health",
                                "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(fromThisMachineOrAdministrator())
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/connexion")
                        .failureUrl("/connexion?refus")
                        .successHandler(remembering(accounts)))
                .addFilterBefore(new SignedInWith(accounts), AnonymousAuthenticationFilter.class)
                .logout(out -> out.logoutUrl("/deconnexion").logoutSuccessUrl("/connexion?fin"))
                .csrf(csrf -> csrf.csrfTokenRepository(new PageTokens())
                        .ignoringRequestMatchers("/formulaires", "/formulaires/**"))
                .exceptionHandling(failure -> failure.authenticationEntryPoint(SecurityRules::toSignIn))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(Customizer.withDefaults()))
                .build();
    }

    /** On to the page asked for, in a session that is good as long as the password is. */
    private static AuthenticationSuccessHandler remembering(Accounts accounts) {
        return new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication who)
                    throws IOException, ServletException {
                accounts.find(who.getName()).ifPresent(account -> SignedInWith.remember(request, account));
                super.onAuthenticationSuccess(request, response, who);
            }
        };
    }

    /** A page leads to the sign-in page; a stream of pushes just ends. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (request.getServletPath().equals("/live")) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            new LoginUrlAuthenticationEntryPoint("/connexion").commence(request, response, why);
        }
    }

    /** A scraper on this machine, not one behind a proxy on it; or an administrator. */
    private static AuthorizationManager<RequestAuthorizationContext> fromThisMachineOrAdministrator() {
        return (authentication, context) -> {
            boolean administrator = authentication.get().getAuthorities().stream()
                    .anyMatch(each -> each.getAuthority().equals(Right.Kind.ADMINISTRATOR.code()));
            return new AuthorizationDecision(administrator || fromThisMachine(context.getRequest()));
        };
    }

    private static boolean fromThisMachine(HttpServletRequest request) {
        try {
            return request.getHeader("X-Forwarded-For") == null
                    && request.getHeader("Forwarded") == null
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Basic realm=\"Aubette\", charset=\"UTF-8\"");
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}"
                        .getBytes(StandardCharsets.UTF_8));
    }
}

package fr.aubette.receive.form;

import fr.aubette.intake.IntakeUnavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts a posted form's body aside before the container reads it for parameters: that would lose the raw bytes, skip
 * broken codes without a word, and hold files under limits that are not ours.
 */
final class BodyFilter extends OncePerRequestFilter {

    static final String SPOOL = Spool.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(BodyFilter.class);

    private final long most;
    private final Path scratch;

    BodyFilter(long most, Path scratch) {
        this.most = most;
        this.scratch = scratch;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Spool spool = Spool.of(request.getInputStream(), most, scratch)) {
            request.setAttribute(SPOOL, spool);
            chain.doFilter(new Bodyless(request), response);
        } catch (IntakeUnavailable noRoom) {
            LOG.warn("A form could not be put aside and is refused: {}", noRoom.getMessage());
            chain.doFilter(new Bodyless(request), response);
        }
    }

    /**
     * The body put aside for this request.
     *
     * @throws IntakeUnavailable if there was no room for it
     */
    static Spool spool(HttpServletRequest request) {
        if (request.getAttribute(SPOOL) instanceof Spool spool) {
            return spool;
        }
        throw new IntakeUnavailable("the body of the form was not put aside");
    }

    /** A request whose body nobody can read a second time. */
    private static final class Bodyless extends HttpServletRequestWrapper {

        Bodyless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }

        @Override
        public @Nullable Part getPart(String name) {
            return null;
        }
    }
}

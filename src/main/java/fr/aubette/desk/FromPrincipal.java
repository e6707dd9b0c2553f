package fr.aubette.desk;

import fr.aubette.access.Viewer;
import fr.aubette.access.Viewers;
import java.security.Principal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a page who is signed in, or what follows from it. */
record FromPrincipal<T>(Class<T> type, Viewers viewers, Function<Viewer, T> made)
        implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        Principal principal = request.getUserPrincipal();
        Viewer viewer =
                principal == null ? null : viewers.find(principal.getName()).orElse(null);
        if (viewer == null) {
            throw new AccessDeniedException("the account is closed");
        }
        return made.apply(viewer);
    }
}

package fr.aubette.hub;

import fr.aubette.identify.CitizenDirectory;
import fr.aubette.intake.IntakeBook;
import fr.aubette.intake.StreamBook;
import fr.aubette.thread.OpenMatters;
import fr.aubette.ticket.TicketBook;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ClassUtils;

/** Lets a test make any stage, or any write of a port, fail after it was done. */
final class Tripwires implements BeanPostProcessor, MethodInterceptor {

    static final Set<Class<?>> PORTS =
            Set.of(IntakeBook.class, StreamBook.class, CitizenDirectory.class, OpenMatters.class, TicketBook.class);

    static final Set<String> STAGES =
            Set.of("normalisation", "identification", "classification", "threading", "dispatching", "recording");

    private final AtomicInteger tripped = new AtomicInteger();
    private volatile String armed = "";
    private volatile @Nullable MethodInterceptor around;

    /** From now on the step fails each time it has done its work; {@code TicketBook.open}, for example. */
    void arm(String step) {
        tripped.set(0);
        armed = step;
    }

    void disarm() {
        armed = "";
        around = null;
    }

    /** Runs this around every call of a port or stage. */
    void around(MethodInterceptor interceptor) {
        around = interceptor;
    }

    /** How often the armed step has failed since. */
    int tripped() {
        return tripped.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        boolean stage = STAGES.contains(name);
        boolean port = PORTS.stream().anyMatch(each -> each.isInstance(bean));
        if (!stage && !port) {
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(stage);
        proxy.addAdvice(this);
        return proxy.getProxy(ClassUtils.getDefaultClassLoader());
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        MethodInterceptor outer = around;
        Object result = outer == null ? call.proceed() : outer.invoke(call);
        if (step(call).equals(armed)) {
            tripped.incrementAndGet();
            throw new IllegalStateException("tripped after " + armed);
        }
        return result;
    }

    /** The port, or the stage's class, and the method. */
    static String step(MethodInvocation call) {
        Class<?> owner = call.getMethod().getDeclaringClass();
        return owner.getSimpleName() + "." + call.getMethod().getName();
    }
}

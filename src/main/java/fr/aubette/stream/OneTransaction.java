package fr.aubette.stream;

import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the steps below it into one PostgreSQL transaction: an exception, thrown or left on the exchange, rolls back all
 * of them. Camel's own {@code transacted} would let a failure configuration commit half of the work.
 */
@Component("oneTransaction")
public class OneTransaction implements Policy {

    private final TransactionTemplate transactions;

    public OneTransaction(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare: the steps are wrapped as they are
    }

    @Override
    public Processor wrap(Route route, Processor steps) {
        return exchange -> {
            transactions.executeWithoutResult(transaction -> {
                try {
                    steps.process(exchange);
                } catch (Exception e) {
                    exchange.setException(e);
                }
                if (exchange.isFailed()) {
                    transaction.setRollbackOnly();
                }
            });
        };
    }
}

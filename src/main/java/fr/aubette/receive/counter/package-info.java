/** Takes what an agent types of a visit or a call. Entry point: {@link fr.aubette.receive.counter.CounterDoor}. */
@NullMarked
package fr.aubette.receive.counter;

import org.jspecify.annotations.NullMarked;

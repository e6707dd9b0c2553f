/** Receipts, replies, visa and signature; whatever leaves passes {@link fr.aubette.answer.OutboundGate}. */
@NullMarked
package fr.aubette.answer;

import org.jspecify.annotations.NullMarked;

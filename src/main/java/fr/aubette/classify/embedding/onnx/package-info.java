/**
 * The only code that names the runtime's classes. It is loaded a second time, beside the runtime, by a class loader of
 * the model's folder: nothing else may name a class of this package.
 */
@NullMarked
package fr.aubette.classify.embedding.onnx;

import org.jspecify.annotations.NullMarked;

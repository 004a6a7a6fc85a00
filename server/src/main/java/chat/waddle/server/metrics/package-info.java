/// Measurements of the server, for Prometheus.
@NullMarked
package chat.waddle.server.metrics;

import org.jspecify.annotations.NullMarked;

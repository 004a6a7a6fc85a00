/// Random lives of a community over HTTP, compared with a model that is a few maps.
@NullMarked
package chat.waddle.server.model;

import org.jspecify.annotations.NullMarked;

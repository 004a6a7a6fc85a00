/// Histories from elsewhere taken over into waddles: accounts for their authors, messages with their own times and
/// replies. What is taken over twice is there once.
@NullMarked
package chat.waddle.server.imports;

import org.jspecify.annotations.NullMarked;

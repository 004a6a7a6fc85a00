/// Takes accounts out of all files, keeps a ledger of it outside of them, and says what was done.
@NullMarked
package chat.waddle.server.erasure;

import org.jspecify.annotations.NullMarked;

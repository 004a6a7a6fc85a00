/// Accounts over HTTP: registering, signing in, one's own profile, settings, sign-ins and tokens, other people.
@NullMarked
package chat.waddle.server.account;

import org.jspecify.annotations.NullMarked;

package chat.waddle.server.irc;

import java.io.IOException;
import java.io.InputStream;

/// Where the bytes of one text come from: a file or a resource. Each call opens anew; the caller closes.
@FunctionalInterface
public interface IrcText {
    InputStream open() throws IOException;
}

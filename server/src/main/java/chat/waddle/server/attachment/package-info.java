/// Files in messages over HTTP: uploads as multipart/form-data, downloads in ranges, small pictures.
@NullMarked
package chat.waddle.server.attachment;

import org.jspecify.annotations.NullMarked;

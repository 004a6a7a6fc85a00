package chat.waddle.server.attachment;

import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/// Takes the one part `file` out of a multipart/form-data body while it arrives. For one body; not thread-safe.
final class MultipartFile {
    private static final String FIELD = "file";
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int LONGEST_BOUNDARY = 70;

    private final Listener listener;
    private final MultiPart.Parser parser;

    /// @param contentType the header of the request
    /// @param limitBytes the largest file
    MultipartFile(String contentType, long limitBytes, OutputStream target) {
        listener = new Listener(limitBytes, target);
        parser = new MultiPart.Parser(boundary(contentType), listener);
        parser.setPartHeadersMaxLength(HEADER_BYTES);
        parser.setMaxParts(2); // the second is refused by name
    }

    private static String boundary(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
        if (!type.toLowerCase(Locale.ROOT).equals("multipart/form-data")) {
            throw new Problem.WrongType("wrong_content_type", "Send the file as multipart/form-data.").asException();
        }
        String boundary = boundaryOf(contentType);
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw malformed("The multipart boundary is missing or too long.");
        }
        return boundary;
    }

    private static @Nullable String boundaryOf(String contentType) {
        try {
            return MultiPart.extractBoundary(contentType);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /// Writes the file's content to the target.
    ///
    /// @return the name its sender gave it
    String read(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            parser.parse(Content.Chunk.from(ByteBuffer.wrap(buffer, 0, count), false));
            listener.check();
        }
        parser.parse(Content.Chunk.EOF);
        listener.check();
        return listener.name();
    }

    private static ProblemException malformed(String detail) {
        return new Problem.Malformed("malformed_multipart", detail).asException();
    }

    /// Keeps the first failure; the parser would only report what is thrown here.
    private static final class Listener extends MultiPart.AbstractPartsListener {
        private final long limitBytes;
        private final OutputStream target;
        private @Nullable RuntimeException refusal;
        private @Nullable IOException failure;
        private @Nullable String name;
        private long bytes;
        private int parts;
        private boolean complete;

        Listener(long limitBytes, OutputStream target) {
            this.limitBytes = limitBytes;
            this.target = target;
        }

        @Override
        public void onPartBegin() {
            parts++;
            if (parts > 1) {
                refuse(new Problem.Malformed("too_many_parts", "Send one part only, named 'file'.").asException());
            }
        }

        @Override
        public void onPartHeaders() {
            if (refusal != null) {
                return;
            }
            if (!FIELD.equals(getName())) {
                refuse(new Problem.Malformed("unexpected_part", "The part must be named 'file'.").asException());
                return;
            }
            try {
                String given = getFileName();
                name = FileName.checked(given == null ? "" : given);
            } catch (ProblemException unusable) {
                refuse(unusable);
            }
        }

        @Override
        public void onPartContent(Content.Chunk chunk) {
            if (refusal != null || failure != null) {
                return;
            }
            ByteBuffer content = chunk.getByteBuffer();
            bytes += content.remaining();
            if (bytes > limitBytes) {
                refuse(new Problem.TooLarge("file_too_large", "A file has at most " + limitBytes + " bytes.")
                        .asException());
                return;
            }
            byte[] copied = new byte[content.remaining()];
            content.get(copied);
            try {
                target.write(copied);
            } catch (IOException problem) {
                failure = problem;
            }
        }

        @Override
        public void onPart(String partName, String fileName, HttpFields headers) {}

        @Override
        public void onComplete() {
            complete = true;
        }

        @Override
        public void onFailure(Throwable broken) {
            refuse(malformed("The multipart body is cut off or cannot be understood."));
        }

        private void refuse(RuntimeException why) {
            if (refusal == null) {
                refusal = why;
            }
        }

        void check() {
            if (failure != null) {
                throw new UncheckedIOException(failure);
            }
            if (refusal != null) {
                throw refusal;
            }
        }

        String name() {
            if (!complete || name == null) {
                throw malformed("There is no part named 'file', or the end is missing.");
            }
            return name;
        }
    }
}

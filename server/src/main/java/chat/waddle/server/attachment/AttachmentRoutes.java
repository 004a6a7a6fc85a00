package chat.waddle.server.attachment;

import chat.waddle.attachment.Attachment;
import chat.waddle.attachment.AttachmentObjects;
import chat.waddle.attachment.AttachmentOutcome;
import chat.waddle.attachment.AttachmentRefusal;
import chat.waddle.attachment.CreateAttachment;
import chat.waddle.attachment.DeleteAttachment;
import chat.waddle.attachment.StoredAttachment;
import chat.waddle.community.Permission;
import chat.waddle.ids.AttachmentId;
import chat.waddle.objectstore.ObjectContent;
import chat.waddle.objectstore.ObjectStoreException;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Lane;
import chat.waddle.server.http.Method;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.ChannelPaths;
import chat.waddle.server.waddle.Visit;
import chat.waddle.shard.ShardStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// Files of a waddle: upload, download, the small picture, delete.
public final class AttachmentRoutes {
    private static final int MULTIPART_BYTES = 64 * 1024;

    private final Uploads uploads;
    private final AttachmentObjects objects;
    private final ShardStore shards;
    private final ChannelPaths paths;

    /// @param paths whether of waddles or of conversations
    public AttachmentRoutes(ChannelPaths paths, Uploads uploads, AttachmentObjects objects, ShardStore shards) {
        this.paths = paths;
        this.uploads = uploads;
        this.objects = objects;
        this.shards = shards;
    }

    public List<Route> routes() {
        String all = paths.home() + "/attachments";
        String one = all + "/{attachmentId}";
        return List.of(
                new Route(
                        Method.POST,
                        Route.API + all,
                        paths.operation("uploadAttachment"),
                        paths.anybody(),
                        RateLimit.UPLOADS,
                        Math.toIntExact(uploads.limitBytes() + MULTIPART_BYTES),
                        Lane.FILES,
                        false,
                        this::upload),
                Route.get(one, paths.operation("getAttachment"), paths.anybody(), RateLimit.READS, this::download)
                        .in(Lane.FILES),
                Route.get(
                                one + "/thumbnail",
                                paths.operation("getAttachmentThumbnail"),
                                paths.anybody(),
                                RateLimit.READS,
                                this::thumbnail)
                        .in(Lane.FILES),
                Route.delete(
                        one, paths.operation("deleteAttachment"), paths.anybody(), RateLimit.WRITES, this::delete));
    }

    /// The shard is asked for again after the body: a slow one may outlast it.
    private void upload(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        if (visit.conversation() == null) {
            visit.requireSomewhere(Permission.ATTACH_FILES);
        } else {
            visit.require(visit.conversation(), Permission.ATTACH_FILES);
        }
        CreateAttachment command = uploads.receive(
                visit.waddle(), visit.user(), exchange.header("Content-Type").orElse(""), exchange.bodyStream());
        AttachmentOutcome outcome;
        try {
            outcome = shards.use(
                    visit.waddle(),
                    shard -> shard.submit(command, visit.request(exchange)).result());
        } finally {
            objects.arrived(command.objectKey());
        }
        exchange.json(201, AttachmentJson.of(valueOf(outcome)));
    }

    private void delete(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        DeleteAttachment command =
                new DeleteAttachment(visit.user(), new AttachmentId(exchange.pathId("attachmentId")));
        Attachment _ =
                valueOf(visit.shard().submit(command, visit.request(exchange)).result());
        exchange.empty(204);
    }

    private static Attachment valueOf(AttachmentOutcome outcome) {
        return switch (outcome) {
            case AttachmentOutcome.Done done -> done.attachment();
            case AttachmentOutcome.Refused refused ->
                throw problem(refused.why()).asException();
        };
    }

    private static Problem problem(AttachmentRefusal why) {
        return switch (why) {
            case NOT_A_MEMBER -> new Problem.NotFound("no_such_waddle", "There is no such waddle.");
            case NO_SUCH_ATTACHMENT -> new Problem.NotFound("no_such_attachment", "There is no such file here.");
            case NOT_ALLOWED -> new Problem.Forbidden("not_allowed", "You may not do this here.");
            case IN_TIMEOUT -> new Problem.Forbidden("in_timeout", "You are in a time-out and may only read.");
            case TOO_MANY_UNATTACHED ->
                new Problem.Conflict("too_many_unattached", "Post or delete some of the files you uploaded first.");
        };
    }

    private void download(Exchange exchange) throws IOException {
        Attachment attachment = visible(exchange);
        FileType type = FileType.named(attachment.mimeType());
        Sent sent = new Sent(
                attachment.objectKey(),
                etag(attachment),
                attachment.sizeBytes(),
                type.isInline() ? type.mimeType() : FileType.BYTES.mimeType(),
                FileName.disposition(type.isInline(), attachment.filename()));
        send(exchange, sent);
    }

    private void thumbnail(Exchange exchange) throws IOException {
        Attachment attachment = visible(exchange);
        String key = attachment.thumbnailKey();
        if (key == null) {
            throw new Problem.NotFound("no_thumbnail", "This file has no small picture.").asException();
        }
        byte[] picture;
        try (ObjectContent content = objects.open(key).orElseThrow(() -> missing(key))) {
            picture = content.readAll();
        } catch (ObjectStoreException failure) {
            throw Uploads.storeFailed(failure);
        }
        if (exchange.notModified(etag(attachment) + "-thumbnail")) {
            return;
        }
        exchange.header("Content-Security-Policy", Sent.NOTHING_RUNS);
        exchange.bytes(200, FileType.of(picture).mimeType(), picture, 0, picture.length);
    }

    /// The content's own hash, which is the last part of its key.
    private static String etag(Attachment attachment) {
        String key = attachment.objectKey();
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /// The file the path names, if the caller may see it: those of a message with the message, others only its owner.
    private static Attachment visible(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        long id = exchange.pathId("attachmentId");
        Optional<StoredAttachment> found =
                visit.shard().read(reader -> reader.attachments().find(id));
        return found.filter(stored -> VisibleFiles.maySee(visit, stored))
                .map(StoredAttachment::attachment)
                .orElseThrow(() -> problem(AttachmentRefusal.NO_SUCH_ATTACHMENT).asException());
    }

    /// What an answer with a file's content says of it.
    private record Sent(String key, String etag, long sizeBytes, String mediaType, String disposition) {
        /// Even a browser that opens the file by itself lets nothing in it run.
        static final String NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'none'";
    }

    private void send(Exchange exchange, Sent sent) throws IOException {
        ContentRange range = exchange.header("Range")
                .filter(_ -> exchange.header("If-Range")
                        .map(tag -> tag.equals("\"" + sent.etag() + "\""))
                        .orElse(true))
                .map(header -> ContentRange.of(header, sent.sizeBytes()))
                .orElseGet(ContentRange.Whole::new);
        if (exchange.notModified(sent.etag())) {
            return;
        }
        switch (range) {
            case ContentRange.Outside _ -> {
                exchange.header("Content-Range", "bytes */" + sent.sizeBytes());
                throw new Problem.NoSuchRange("The file has " + sent.sizeBytes() + " bytes.").asException();
            }
            case ContentRange.Whole _ -> {
                try (ObjectContent content = opened(() -> objects.open(sent.key()), sent.key())) {
                    stream(exchange, 200, sent, sent.sizeBytes(), content);
                }
            }
            case ContentRange.Part part -> {
                try (ObjectContent content = opened(() -> objects.open(sent.key(), part.bytes()), sent.key())) {
                    exchange.header("Content-Range", part.describe(sent.sizeBytes()));
                    stream(exchange, 206, sent, part.bytes().lengthBytes(), content);
                }
            }
        }
    }

    private static void stream(Exchange exchange, int status, Sent sent, long length, ObjectContent content)
            throws IOException {
        exchange.header("Accept-Ranges", "bytes");
        exchange.header("Content-Disposition", sent.disposition());
        exchange.header("Content-Security-Policy", Sent.NOTHING_RUNS);
        exchange.header("Content-Length", Long.toString(length));
        OutputStream target = exchange.stream(status, sent.mediaType());
        content.stream().transferTo(target);
        target.close();
    }

    @FunctionalInterface
    private interface Opening {
        Optional<ObjectContent> open();
    }

    private static ObjectContent opened(Opening opening, String key) {
        try {
            return opening.open().orElseThrow(() -> missing(key));
        } catch (ObjectStoreException failure) {
            throw Uploads.storeFailed(failure);
        }
    }

    private static ProblemException missing(String key) {
        return Uploads.storeFailed(new IllegalStateException("The store has no object " + key));
    }
}

package chat.waddle.attachment;

/// A file and where it belongs.
///
/// @param owner the small number of the member who uploaded it
/// @param message the message that carries it, or 0
/// @param channel the small number of that message's channel, or 0
/// @param hidden whether that message is deleted
public record StoredAttachment(Attachment attachment, int owner, long message, int channel, boolean hidden) {
    public boolean isAttached() {
        return message != 0;
    }
}

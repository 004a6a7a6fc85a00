package chat.waddle.server.attachment;

/// What was found in an image: its size in pixels (0 where it could not be read) and a small picture of it.
///
/// @param thumbnail empty for none
record Picture(int width, int height, byte[] thumbnail) {
    static final Picture NONE = new Picture(0, 0, new byte[0]);

    boolean hasThumbnail() {
        return thumbnail.length > 0;
    }
}

package chat.waddle.server.attachment;

import chat.waddle.server.http.Problem;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes small pictures of images, two at once, on threads of their own: decoding would hold up those of requests.
///
/// Pixels are counted from the header before any is decoded, and only a sample of them is kept, so that a small file
/// cannot take much memory; what a JPEG takes beyond that, [JpegEffort] tells. An image that cannot be decoded, or not
/// within these bounds, has no small picture; that is no error. Thread-safe.
public final class Thumbnails implements AutoCloseable {
    /// The longer side of a small picture, in pixels.
    static final int SIDE = 320;

    /// More pixels than any camera's; an image with more is refused.
    static final long MOST_PIXELS = 50_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final int AT_ONCE = 2;
    private static final String JPEG = "jpeg";
    private static final Map<FileType, String> FORMATS =
            Map.of(FileType.PNG, "png", FileType.JPEG, JPEG, FileType.GIF, "gif");

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("thumbnail-", 0).factory());

    /// Looks at an uploaded file; refuses one with too many pixels.
    Picture of(Path file, FileType type) {
        String format = FORMATS.get(type);
        if (format == null) {
            return Picture.NONE;
        }
        Picture picture =
                CompletableFuture.supplyAsync(() -> read(file, format), threads).join();
        if ((long) picture.width() * picture.height() > MOST_PIXELS) {
            throw new Problem.Invalid("file", "too_many_pixels", "An image has at most " + MOST_PIXELS + " pixels.")
                    .asException();
        }
        return picture;
    }

    private static Picture read(Path file, String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (FileImageInputStream input = new FileImageInputStream(file.toFile())) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            boolean decodable = (long) width * height <= MOST_PIXELS
                    && (!format.equals(JPEG) || JpegEffort.of(file).isModest());
            return new Picture(width, height, decodable ? thumbnail(reader, width, height) : new byte[0]);
        } catch (IOException | RuntimeException | LinkageError damaged) {
            LOG.atDebug().setCause(damaged).log("An image could not be decoded");
            return Picture.NONE;
        } finally {
            reader.dispose();
        }
    }

    private static byte[] thumbnail(ImageReader reader, int width, int height) throws IOException {
        int step = Math.max(1, Math.max(width, height) / (2 * SIDE));
        ImageReadParam sample = reader.getDefaultReadParam();
        sample.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, sample);
        double scale = Math.min(1.0, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        BufferedImage small = scaled(image, scale);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String format = small.getColorModel().hasAlpha() ? "png" : "jpeg";
        return ImageIO.write(small, format, bytes) ? bytes.toByteArray() : new byte[0];
    }

    private static BufferedImage scaled(BufferedImage image, double scale) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage small =
                new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(image, 0, 0, width, height, null);
        } finally {
            canvas.dispose();
        }
        return small;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}

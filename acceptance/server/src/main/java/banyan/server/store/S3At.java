package banyan.server.store;

import java.net.URI;
import java.nio.file.Path;

/**
 * A bucket in which papers are kept.
 *
 * @param endpoint of the store; {@code https}, or {@code http} on this machine
 * @param region as the store calls it
 * @param bucket that is there already
 * @param keyFile its first line the key's id, its second the key; readable by the centre's user only
 */
public record S3At(URI endpoint, String region, String bucket, Path keyFile) {}

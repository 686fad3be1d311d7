package banyan.cache;

import banyan.acceptance.Release;
import banyan.acceptance.ReleaseFile;
import java.util.List;

/**
 * What is written into the folder of a release, so that it can be proved to be what was signed: the manifest as it came, and all
 * files that result.
 */
record ReleaseCopy(Release release, List<ReleaseFile> files) {
    ReleaseCopy {
        files = List.copyOf(files);
    }

    /** Whether the files are those that the manifest's signature is over. */
    boolean right() {
        return ReleaseFile.whole(files).equals(release.whole())
                && files.stream().allMatch(ReleaseFile::allowed);
    }
}

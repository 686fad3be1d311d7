/*
 * A disk with a cache that the power can take away: a file system in user space with one file, `disk`, which a loop device makes a
 * disk of. What was written since the last flush is only in the cache. At the n-th write, or when told so through the file `ctl`, the
 * power is gone: nothing is read or written any more but what a cache may leave behind, as images of the disk.
 *
 *   recorder FOLDER IMAGE     in the foreground; single-threaded, so that nothing here needs a lock
 *   echo "at N" > ctl         the power goes with the n-th write from now
 *   echo "images BASE SEED"   writes BASE.0 none of the cache reached the disk
 *                                    BASE.1 all of it did
 *                                    BASE.2 each write with a chance of one half, so that order is lost
 *                                    BASE.3 the same, and one long write of four only by its first sectors
 *   cat ctl                   "frozen writes flushes cached"
 */
#define FUSE_USE_VERSION 31
#include <errno.h>
#include <fcntl.h>
#include <fuse.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECTOR 512
#define BLOCK 4096

struct written {
    off_t at;
    size_t length;
    char *bytes;
    struct written *next;
};

static char *live, *stable;
static size_t size;
static struct written *first, **last = &first;
static unsigned long cached, writes, flushes, power_goes_at;
static int frozen;

static uint64_t chance;

static unsigned dice(unsigned sides) {
    chance ^= chance << 13;
    chance ^= chance >> 7;
    chance ^= chance << 17;
    return (unsigned)(chance >> 11) % sides;
}

static int is_disk(const char *path) { return strcmp(path, "/disk") == 0; }

static int is_ctl(const char *path) { return strcmp(path, "/ctl") == 0; }

static int get_attributes(const char *path, struct stat *of, struct fuse_file_info *file) {
    (void)file;
    memset(of, 0, sizeof *of);
    of->st_nlink = 1;
    if (strcmp(path, "/") == 0) {
        of->st_mode = S_IFDIR | 0700;
        return 0;
    }
    if (!is_disk(path) && !is_ctl(path)) return -ENOENT;
    of->st_mode = S_IFREG | 0600;
    of->st_size = is_disk(path) ? (off_t)size : 0;
    return 0;
}

static int list(const char *path, void *into, fuse_fill_dir_t fill, off_t from, struct fuse_file_info *file,
                enum fuse_readdir_flags flags) {
    (void)path, (void)from, (void)file, (void)flags;
    fill(into, "disk", NULL, 0, 0);
    fill(into, "ctl", NULL, 0, 0);
    return 0;
}

static int open_file(const char *path, struct fuse_file_info *file) {
    if (is_ctl(path)) file->direct_io = 1;
    return 0;
}

static int read_file(const char *path, char *into, size_t length, off_t at, struct fuse_file_info *file) {
    (void)file;
    if (is_ctl(path)) {
        char said[128];
        size_t all = (size_t)snprintf(said, sizeof said, "%d %lu %lu %lu\n", frozen, writes, flushes, cached);
        if ((size_t)at >= all) return 0;
        if (length > all - (size_t)at) length = all - (size_t)at;
        memcpy(into, said + at, length);
        return (int)length;
    }
    if ((size_t)at >= size) return 0;
    if (length > size - (size_t)at) length = size - (size_t)at;
    memcpy(into, live + at, length);
    return (int)length;
}

static void forget_cache(int apply) {
    while (first) {
        struct written *one = first;
        if (apply) memcpy(stable + one->at, one->bytes, one->length);
        first = one->next;
        free(one->bytes);
        free(one);
    }
    last = &first;
    cached = 0;
}

static int image(const char *base, int kind, uint64_t seed) {
    char *disk = malloc(size), name[4096];
    if (!disk) return -ENOMEM;
    memcpy(disk, stable, size);
    chance = seed * 4 + (uint64_t)kind + 1;
    for (int warm = 0; warm < 8; warm++) dice(2);
    for (struct written *one = first; one; one = one->next) {
        size_t length = one->length;
        if (kind == 0 || (kind >= 2 && dice(2))) continue;
        if (kind == 3 && length > SECTOR && dice(4) == 0) length = length / 2 / SECTOR * SECTOR;
        memcpy(disk + one->at, one->bytes, length);
    }
    snprintf(name, sizeof name, "%s.%d", base, kind);
    int to = open(name, O_CREAT | O_TRUNC | O_WRONLY, 0600);
    size_t done = 0;
    while (to >= 0 && done < size) {
        ssize_t more = write(to, disk + done, size - done);
        if (more <= 0) break;
        done += (size_t)more;
    }
    if (to >= 0) close(to);
    free(disk);
    return done == size ? 0 : -EIO;
}

static int told(const char *order, size_t length) {
    char line[4096], base[4000];
    unsigned long number;
    if (length >= sizeof line) return -EINVAL;
    memcpy(line, order, length);
    line[length] = 0;
    if (sscanf(line, "at %lu", &number) == 1) {
        power_goes_at = writes + number;
        return (int)length;
    }
    if (sscanf(line, "images %3999s %lu", base, &number) == 2) {
        frozen = 1;
        for (int kind = 0; kind < 4; kind++) {
            int failed = image(base, kind, number);
            if (failed) return failed;
        }
        return (int)length;
    }
    return -EINVAL;
}

static int write_file(const char *path, const char *from, size_t length, off_t at, struct fuse_file_info *file) {
    (void)file;
    if (is_ctl(path)) return told(from, length);
    if (frozen) return -EIO;
    if ((size_t)at + length > size) return -ENOSPC;
    struct written *one = malloc(sizeof *one);
    if (!one || !(one->bytes = malloc(length))) return -ENOMEM;
    memcpy(one->bytes, from, length);
    memcpy(live + at, from, length);
    one->at = at;
    one->length = length;
    one->next = NULL;
    *last = one;
    last = &one->next;
    cached++;
    if (++writes == power_goes_at) frozen = 1;
    return (int)length;
}

static int flush_disk(const char *path, int only_data, struct fuse_file_info *file) {
    (void)only_data, (void)file;
    if (!is_disk(path)) return 0;
    if (frozen) return -EIO;
    forget_cache(1);
    flushes++;
    return 0;
}

static int set_length(const char *path, off_t length, struct fuse_file_info *file) {
    (void)path, (void)length, (void)file;
    return 0;
}

/* In blocks, not in runs of them: a disk may keep one and lose the next. */
static void *begin(struct fuse_conn_info *connection, struct fuse_config *of) {
    (void)of;
    connection->max_write = BLOCK;
    return NULL;
}

static const struct fuse_operations operations = {.init = begin,
                                                  .getattr = get_attributes,
                                                  .readdir = list,
                                                  .open = open_file,
                                                  .read = read_file,
                                                  .write = write_file,
                                                  .fsync = flush_disk,
                                                  .truncate = set_length};

int main(int count, char **arguments) {
    if (count != 3) return 64;
    int from = open(arguments[2], O_RDONLY);
    struct stat of;
    if (from < 0 || fstat(from, &of) != 0) return 66;
    size = (size_t)of.st_size;
    live = malloc(size);
    stable = malloc(size);
    if (!live || !stable) return 71;
    for (size_t done = 0; done < size;) {
        ssize_t more = read(from, live + done, size - done);
        if (more <= 0) return 74;
        done += (size_t)more;
    }
    close(from);
    memcpy(stable, live, size);
    char *fuse[] = {arguments[0], "-f", "-s", arguments[1]};
    return fuse_main(4, fuse, &operations, NULL);
}

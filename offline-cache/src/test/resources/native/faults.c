/*
 * Stands between a program and the kernel, below SQLite and the JDK alike, and counts, fails, halves, delays or ends with a kill
 * every call that changes something on the disk under one folder. Loaded by LD_PRELOAD; told what to do through a page of memory
 * that it shares with the test.
 *
 *   BANYAN_FAULTS        the file of that page
 *   BANYAN_FAULTS_UNDER  the folder; nothing elsewhere is touched
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

/* The numbers are those of Faults.Mode. */
enum mode { OFF, COUNT, FAIL_ONCE, FAIL_FROM, SHORT, KILL_BEFORE, KILL_MIDDLE, KILL_AFTER, DELAY_FLUSH };

/* The shared page; Faults.java writes and reads it at these places. */
struct control {
    int32_t mode;
    int32_t error;
    int64_t at;
    int64_t count;
    int64_t delay_nanos;
};

static struct control *control;
static char under[PATH_MAX];
static size_t under_length;

__attribute__((constructor)) static void begin(void) {
    const char *page = getenv("BANYAN_FAULTS");
    const char *folder = getenv("BANYAN_FAULTS_UNDER");
    if (!page || !folder) return;
    int fd = (int)syscall(SYS_openat, AT_FDCWD, page, O_RDWR | O_CLOEXEC);
    if (fd < 0) return;
    void *mapped = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    syscall(SYS_close, fd);
    if (mapped == MAP_FAILED) return;
    snprintf(under, sizeof under, "%s/", folder);
    under_length = strlen(under);
    control = mapped;
}

static int concerns_path(const char *path) {
    return control && control->mode != OFF && path && strncmp(path, under, under_length) == 0;
}

static int concerns(int fd) {
    if (!control || control->mode == OFF) return 0;
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    /* The folder itself is flushed too. */
    return strncmp(path, under, under_length) == 0 || strncmp(path, under, under_length - 1) == 0;
}

static void killed(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

enum verdict { PASS, FAIL, HALF, HALF_THEN_DIE, DIE_AFTER };

/* Counts the call and says what is to become of it. */
static enum verdict judge(void) {
    int64_t n = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST);
    int now = n == control->at;
    switch ((enum mode)control->mode) {
        case FAIL_ONCE: return now ? FAIL : PASS;
        case FAIL_FROM: return n >= control->at ? FAIL : PASS;
        case SHORT: return now ? HALF : PASS;
        case KILL_BEFORE: if (now) killed(); return PASS;
        case KILL_MIDDLE: return now ? HALF_THEN_DIE : PASS;
        case KILL_AFTER: return now ? DIE_AFTER : PASS;
        case OFF: case COUNT: case DELAY_FLUSH: return PASS;
    }
    return PASS;
}

/* Sleeping would overshoot a millisecond by a tenth of one. */
static void delay(void) {
    struct timespec begun, now;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    do {
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while ((now.tv_sec - begun.tv_sec) * 1000000000LL + (now.tv_nsec - begun.tv_nsec) < control->delay_nanos);
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

/* What has no half: it is done whole, or not at all. */
#define WHOLE(concern, call) \
    if (!(concern)) return (call); \
    enum verdict verdict = judge(); \
    if (verdict == FAIL) { errno = control->error; return -1; } \
    __typeof__(call) result = (call); \
    if (verdict == DIE_AFTER || verdict == HALF_THEN_DIE) killed(); \
    return result

/* A write may also take half of the bytes and say so. */
#define WRITE(fd, length, all, half) \
    if (!concerns(fd)) return (all); \
    switch (judge()) { \
        case FAIL: errno = control->error; return -1; \
        case HALF: if ((length) > 1) return (half); return (all); \
        case HALF_THEN_DIE: if ((length) > 1) (void)!(half); killed(); return -1; \
        case DIE_AFTER: (void)!(all); killed(); return -1; \
        case PASS: break; \
    } \
    return (all)

ssize_t write(int fd, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    WRITE(fd, length, real(fd, bytes, length), real(fd, bytes, length / 2));
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
    WRITE(fd, length, real(fd, bytes, length, at), real(fd, bytes, length / 2, at));
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    WRITE(fd, length, real(fd, bytes, length, at), real(fd, bytes, length / 2, at));
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    REAL(ssize_t, "writev", int, const struct iovec *, int);
    WRITE(fd, count, real(fd, parts, count), real(fd, parts, count / 2));
}

int fsync(int fd) {
    REAL(int, "fsync", int);
    int mine = concerns(fd);
    if (mine && control->mode == DELAY_FLUSH) delay();
    WHOLE(mine, real(fd));
}

int fdatasync(int fd) {
    REAL(int, "fdatasync", int);
    int mine = concerns(fd);
    if (mine && control->mode == DELAY_FLUSH) delay();
    WHOLE(mine, real(fd));
}

int ftruncate(int fd, off_t length) {
    REAL(int, "ftruncate", int, off_t);
    WHOLE(concerns(fd), real(fd, length));
}

int ftruncate64(int fd, off64_t length) {
    REAL(int, "ftruncate64", int, off64_t);
    WHOLE(concerns(fd), real(fd, length));
}

int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    WHOLE(concerns_path(to), real(from, to));
}

int link(const char *from, const char *to) {
    REAL(int, "link", const char *, const char *);
    WHOLE(concerns_path(to), real(from, to));
}

int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    WHOLE(concerns_path(path), real(path));
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    WHOLE(concerns_path(path), real(path, mode));
}

static int creates(const char *path, int flags) {
    return (flags & O_CREAT) && concerns_path(path);
}

int open(const char *path, int flags, ...) {
    REAL(int, "open", const char *, int, ...);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    WHOLE(creates(path, flags), real(path, flags, mode));
}

int open64(const char *path, int flags, ...) {
    REAL(int, "open64", const char *, int, ...);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    WHOLE(creates(path, flags), real(path, flags, mode));
}

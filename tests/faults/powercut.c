/* Records every write, truncation, sync and deletion under one folder, in order, so that a test can cut the power anywhere.
   Preloaded into a real program with the real sqlcipher3: LD_PRELOAD=powercut.so POWERCUT_DIR=... POWERCUT_LOG=...
   Record: 1 byte kind (w t s d), 2 bytes path length, 8 bytes offset, 4 bytes data length, path, data (little endian). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -2;

static int log_file(void) {
    if (log_fd == -2) {
        const char *path = getenv("POWERCUT_LOG");
        log_fd = path ? open(path, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    }
    return log_fd;
}

static const char *watched(int fd, char *path, size_t size) {
    const char *dir = getenv("POWERCUT_DIR");
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, size - 1);
    if (n <= 0 || !dir) return NULL;
    path[n] = 0;
    return strncmp(path, dir, strlen(dir)) == 0 ? path : NULL;
}

static void put(int fd, const void *data, size_t length) {
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    const char *at = data;
    while (length) {
        ssize_t n = real(fd, at, length);
        if (n <= 0) abort();
        at += n;
        length -= (size_t)n;
    }
}

static void record(char kind, const char *path, int64_t offset, const void *data, uint32_t length) {
    int out = log_file();
    if (out < 0) return;
    uint16_t path_length = (uint16_t)strlen(path);
    pthread_mutex_lock(&lock);
    put(out, &kind, 1);
    put(out, &path_length, 2);
    put(out, &offset, 8);
    put(out, &length, 4);
    put(out, path, path_length);
    if (length) put(out, data, length);
    pthread_mutex_unlock(&lock);
}

#define WRITER(name, offset_type)                                                          \
    ssize_t name(int fd, const void *data, size_t length, offset_type offset) {            \
        ssize_t (*real)(int, const void *, size_t, offset_type) = dlsym(RTLD_NEXT, #name); \
        ssize_t n = real(fd, data, length, offset);                                        \
        char path[4096];                                                                   \
        if (n > 0 && watched(fd, path, sizeof path)) record('w', path, offset, data, (uint32_t)n); \
        return n;                                                                          \
    }
WRITER(pwrite, off_t)
WRITER(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t length) {
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    char path[4096];
    const char *seen = fd == log_fd ? NULL : watched(fd, path, sizeof path);
    int64_t offset = seen ? lseek(fd, 0, SEEK_CUR) : 0;
    if (seen && (fcntl(fd, F_GETFL) & O_APPEND)) offset = lseek(fd, 0, SEEK_END);
    ssize_t n = real(fd, data, length);
    if (seen && n > 0) record('w', path, offset, data, (uint32_t)n);
    return n;
}

#define TRUNCATER(name, offset_type)                                        \
    int name(int fd, offset_type length) {                                  \
        int (*real)(int, offset_type) = dlsym(RTLD_NEXT, #name);            \
        int n = real(fd, length);                                           \
        char path[4096];                                                    \
        if (n == 0 && watched(fd, path, sizeof path)) record('t', path, length, NULL, 0); \
        return n;                                                           \
    }
TRUNCATER(ftruncate, off_t)
TRUNCATER(ftruncate64, off64_t)

#define SYNCER(name)                                                        \
    int name(int fd) {                                                      \
        int (*real)(int) = dlsym(RTLD_NEXT, #name);                         \
        int n = real(fd);                                                   \
        char path[4096];                                                    \
        if (n == 0 && watched(fd, path, sizeof path)) record('s', path, 0, NULL, 0); \
        return n;                                                           \
    }
SYNCER(fsync)
SYNCER(fdatasync)

int unlink(const char *path) {
    int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
    const char *dir = getenv("POWERCUT_DIR");
    int n = real(path);
    if (n == 0 && dir && strncmp(path, dir, strlen(dir)) == 0) record('d', path, 0, NULL, 0);
    return n;
}

/* The head of the AppImage (type 2): mounts the squashfs image behind itself and starts AppRun in it; without FUSE it
 * unpacks the image to a temporary folder instead. Linked statically with Debian's libsquashfuse and libfuse3. */
#define _GNU_SOURCE
#define FUSE_USE_VERSION 32
#define _FILE_OFFSET_BITS 64
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <squashfuse/ll.h>
#include <squashfuse/squashfuse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern sqfs_ll *sqfs_ll_open(const char *path, size_t offset);

enum { FAILED = 127 };

static size_t image_offset(const char *self) {
  Elf64_Ehdr head;
  int fd = open(self, O_RDONLY | O_CLOEXEC);
  if (fd < 0 || pread(fd, &head, sizeof head, 0) != (ssize_t)sizeof head) {
    perror(self);
    exit(FAILED);
  }
  close(fd);
  return head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
}

static int unpack_file(sqfs *fs, sqfs_inode *inode, const char *path) {
  char block[1 << 16];
  int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, inode->base.mode & 0777);
  if (fd < 0) return -1;
  for (sqfs_off_t at = 0;;) {
    sqfs_off_t count = sizeof block;
    if (sqfs_read_range(fs, inode, at, &count, block)) return -1;
    if (!count) break;
    if (write(fd, block, count) != count) return -1;
    at += count;
  }
  return close(fd);
}

static int unpack_one(sqfs *fs, sqfs_traverse *walk, const char *path) {
  sqfs_inode inode;
  if (sqfs_inode_get(fs, &inode, sqfs_dentry_inode(&walk->entry))) return -1;
  if (S_ISDIR(inode.base.mode)) return mkdir(path, 0755) && errno != EEXIST ? -1 : 0;
  if (S_ISLNK(inode.base.mode)) {
    char to[4096];
    size_t size = sizeof to;
    if (sqfs_readlink(fs, &inode, to, &size)) return -1;
    return symlink(to, path);
  }
  return S_ISREG(inode.base.mode) ? unpack_file(fs, &inode, path) : 0;
}

static int unpack(const char *self, size_t offset, const char *dest) {
  sqfs fs;
  sqfs_fd_t fd;
  sqfs_err error = SQFS_OK;
  sqfs_traverse walk;
  if (sqfs_fd_open(self, &fd, 1) || sqfs_init(&fs, fd, offset)) return -1;
  if (sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs))) return -1;
  while (sqfs_traverse_next(&walk, &error)) {
    char path[8192];
    if (walk.dir_end) continue;
    if (snprintf(path, sizeof path, "%s/%s", dest, walk.path) >= (int)sizeof path) return -1;
    if (unpack_one(&fs, &walk, path)) return -1;
  }
  return error ? -1 : 0;
}

static int take_away(const char *path, const struct stat *s, int flag, struct FTW *walk) {
  (void)s, (void)flag, (void)walk;
  return remove(path);
}

/* Serves the mounted image until the program, the only holder of the other end of `keep`, is gone. */
static void serve(const char *self, size_t offset, char *dir, int keep, int ready) {
  struct fuse_lowlevel_ops ops = {
      .getattr = sqfs_ll_op_getattr, .opendir = sqfs_ll_op_opendir, .releasedir = sqfs_ll_op_releasedir,
      .readdir = sqfs_ll_op_readdir, .lookup = sqfs_ll_op_lookup, .open = sqfs_ll_op_open, .create = sqfs_ll_op_create,
      .release = sqfs_ll_op_release, .read = sqfs_ll_op_read, .readlink = sqfs_ll_op_readlink,
      .listxattr = sqfs_ll_op_listxattr, .getxattr = sqfs_ll_op_getxattr, .forget = sqfs_ll_op_forget,
      .statfs = stfs_ll_op_statfs};
  char *words[] = {"gatehouse-desk", "-o", "ro,nodev,nosuid", NULL};
  struct fuse_args args = FUSE_ARGS_INIT(3, words);
  sqfs_ll_chan channel;
  struct fuse_buf buffer;
  memset(&channel, 0, sizeof channel);
  memset(&buffer, 0, sizeof buffer);
  int quiet = open("/dev/null", O_RDWR | O_CLOEXEC);
  dup2(quiet, 0), dup2(quiet, 1), dup2(quiet, 2); /* without FUSE there is another way: nothing to complain of */
  sqfs_ll *image = sqfs_ll_open(self, offset);
  if (!image || sqfs_ll_mount(&channel, dir, &args, &ops, sizeof ops, image) != SQFS_OK) _exit(1);
  if (write(ready, "k", 1) != 1) _exit(1);
  close(ready);
  struct pollfd on[2] = {{fuse_session_fd(channel.session), POLLIN, 0}, {keep, POLLIN, 0}};
  for (;;) {
    if (poll(on, 2, -1) < 0) {
      if (errno == EINTR) continue;
      break;
    }
    if (on[0].revents) {
      int got = fuse_session_receive_buf(channel.session, &buffer);
      if (got <= 0 && got != -EINTR) break;
      if (got > 0) fuse_session_process_buf(channel.session, &buffer);
    }
    if (on[1].revents && !(on[0].revents & POLLIN)) break;
  }
  sqfs_ll_unmount(&channel, dir);
  rmdir(dir);
  _exit(0);
}

/* The descriptor that keeps the image mounted, or -1. */
static int mounted(const char *self, size_t offset, char *dir) {
  int keep[2], ready[2];
  char byte;
  if (pipe2(keep, O_CLOEXEC) || pipe2(ready, O_CLOEXEC)) return -1;
  if (fork() == 0) {
    close(keep[1]), close(ready[0]);
    setsid();
    signal(SIGHUP, SIG_IGN), signal(SIGINT, SIG_IGN);
    serve(self, offset, dir, keep[0], ready[1]);
  }
  close(ready[1]), close(keep[0]);
  int there = read(ready[0], &byte, 1) == 1;
  close(ready[0]);
  if (there) return keep[1];
  close(keep[1]);
  return -1;
}

static pid_t program;

static void pass_on(int number) {
  if (program > 0) kill(program, number);
}

int main(int argc, char **argv) {
  char self[4096], dir[4096], run[4352];
  (void)argc;
  ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
  if (length < 0) return FAILED;
  self[length] = 0;
  size_t offset = image_offset(self);
  if (argv[1] && !strcmp(argv[1], "--appimage-offset")) return printf("%zu\n", offset) < 0;
  if (argv[1] && !strcmp(argv[1], "--appimage-extract")) {
    mkdir("squashfs-root", 0755);
    return unpack(self, offset, "squashfs-root") ? 1 : 0;
  }
  const char *tmp = getenv("TMPDIR");
  snprintf(dir, sizeof dir, "%s/.mount_gatehouseXXXXXX", tmp && *tmp ? tmp : "/tmp");
  if (!mkdtemp(dir)) return perror(dir), FAILED;
  int keep = getenv("APPIMAGE_EXTRACT_AND_RUN") ? -1 : mounted(self, offset, dir);
  if (keep < 0 && unpack(self, offset, dir)) {
    fprintf(stderr, "%s cannot be unpacked to %s: is there room for 600 MB?\n", self, dir);
    nftw(dir, take_away, 64, FTW_DEPTH | FTW_PHYS);
    return FAILED;
  }
  setenv("APPIMAGE", self, 1), setenv("APPDIR", dir, 1), setenv("ARGV0", argv[0], 1);
  snprintf(run, sizeof run, "%s/AppRun", dir);
  if (keep >= 0) {
    fcntl(keep, F_SETFD, 0);
    execv(run, argv);
    return perror(run), FAILED;
  }
  program = fork();
  if (program == 0) execv(run, argv), _exit(FAILED);
  int state = 0;
  /* A terminal tells the program itself; whoever ends this process means the program. */
  signal(SIGINT, SIG_IGN), signal(SIGTERM, pass_on), signal(SIGHUP, pass_on);
  while (waitpid(program, &state, 0) < 0 && errno == EINTR) continue;
  nftw(dir, take_away, 64, FTW_DEPTH | FTW_PHYS);
  return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
}

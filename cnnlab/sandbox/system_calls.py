"""What a confined child may ask of the kernel. Whatever is not named here fails with EPERM.

Paths are Landlock's matter; these calls are the ones Python, NumPy and PyTorch need to compute. There is none that makes a
socket, a process, a mount, a namespace or a key, signals another process, or changes an owner, a mode or a time stamp
(which Landlock does not watch). No folder is made either: what a child leaves is one flat list of files. glibc falls back from clone3 to clone, whose flags a filter can read, where clone3 answers ENOSYS.
"""

MEMORY = ("brk", "mprotect", "munmap", "mremap", "madvise", "mincore")
FILES = [
    "read",
    "readv",
    "pread64",
    "preadv",
    "write",
    "writev",
    "pwrite64",
    "lseek",
    "close",
    "close_range",
    "fstat",
    "stat",
    "lstat",
    "newfstatat",
    "statx",
    "access",
    "faccessat",
    "faccessat2",
    "readlink",
    "readlinkat",
    "getdents64",
    "getcwd",
    "chdir",
    "ftruncate",
    "fsync",
    "fdatasync",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "dup",
    "dup2",
    "dup3",
    "umask",
    "poll",
    "ppoll",
    "select",
    "pselect6",
    "statfs",
    "fstatfs",
]
SIGNALS = (
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "rt_sigpending",
    "sigaltstack",
    "setitimer",
    "getitimer",
    "alarm",
    "pause",
)
THREADS = [
    "futex",
    "set_robust_list",
    "rseq",
    "gettid",
    "exit",
    "exit_group",
    "sched_yield",
    "sched_getaffinity",
    "sched_getparam",
    "sched_getscheduler",
    "arch_prctl",
    "set_tid_address",
    "membarrier",
    "restart_syscall",
]
TIME = ("clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "times")
IDENTITY = [
    "getpid",
    "getppid",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    "getpgrp",
    "getgroups",
    "uname",
    "sysinfo",
    "getrusage",
    "getrlimit",
    "getcpu",
    "getrandom",
]
ALLOWED = (*MEMORY, *FILES, *SIGNALS, *THREADS, *TIME, *IDENTITY)

CLONE_THREAD = 0x0001_0000
MAP_TYPE, MAP_PRIVATE, MAP_GROWSDOWN = 0x0F, 0x02, 0x100
O_TRUNC, O_ACCMODE, O_WRONLY, O_RDWR = 0o1000, 0o3, 0o1, 0o2
TCGETS, FIOCLEX, FIONCLEX = 0x5401, 0x5451, 0x5450
PR_SET_NAME, PR_GET_NAME, PR_SET_VMA = 15, 16, 0x53564D41
DUPLICATE_OR_FLAGS = (0, 1, 2, 3, 4, 1030)  # F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC

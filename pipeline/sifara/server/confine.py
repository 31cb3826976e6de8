"""Limits that a worker puts on itself before it looks at anything from outside.

A worker has no business on the network, so on Linux the kernel is asked to refuse it sockets of the
internet families: should a SERVICE or LOAD ever slip through :mod:`sifara.server.scan`, it fails here. Where
this is not possible the scan stands alone.
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP = 1, 38, 22
_SECCOMP_MODE_FILTER = 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO with EPERM
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06  # BPF: load a word, jump if equal, return
#: AUDIT_ARCH and the numbers of socket() and io_uring_setup() there.
_ARCHITECTURES = {"x86_64": (0xC000003E, 41, 425), "aarch64": (0xC00000B7, 198, 425)}
_INET, _INET6 = 2, 10
_SIGKILL = 9


def limit_memory(size: int) -> None:
    """Let the process have at most ``size`` bytes of data; what asks for more dies."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
    except (ImportError, ValueError, OSError):  # not on this system
        return


def die_with_parent() -> None:
    """End this process when the one that started it ends, however that comes about."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)


def refuse_network() -> bool:
    """Refuse this process sockets of the internet families; return whether that was possible."""
    known = _ARCHITECTURES.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    architecture, socket, io_uring = known
    program = b"".join(
        struct.pack("HBBI", code, yes, no, value)
        for code, yes, no, value in (
            (_LOAD, 0, 0, 4),  # the architecture
            (_EQUAL, 0, 7, architecture),  # else: let through, no such program is ours
            (_LOAD, 0, 0, 0),  # the system call
            (_EQUAL, 4, 0, io_uring),
            (_EQUAL, 0, 4, socket),
            (_LOAD, 0, 0, 16),  # its first argument: the family
            (_EQUAL, 1, 0, _INET),
            (_EQUAL, 0, 1, _INET6),
            (_RETURN, 0, 0, _REFUSE),
            (_RETURN, 0, 0, _ALLOW),
        )
    )
    code = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    wanted = Program(len(program) // 8, ctypes.cast(code, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(wanted), 0, 0) == 0)

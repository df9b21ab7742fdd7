"""Student code in a confined process of its own; what crosses is data.

Child side: forkserver, child, confinement, landlock, seccomp, system_calls. Both: wire, values. Trusted side: server, process, student.
"""

"""What a measurement was made with: processor, versions, commit. No name of a host."""
import os, re, subprocess


def first_line(command):
    """The first line that a command prints, or nothing."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except OSError:
        return ""
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines[0].strip() if lines else ""


def processor():
    """Facts of /proc/cpuinfo by name, of the first core."""
    with open("/proc/cpuinfo") as file:
        text = file.read().split("\n\n")[0]
    return {key.strip(): value.strip() for key, _, value in
            (line.partition(":") for line in text.splitlines())}


def describe(root, packages):
    """A description of the machine and of what was measured on it."""
    facts = processor()
    flags = facts.get("flags", "").split()
    commit = first_line(["git", "-C", str(root), "rev-parse", "HEAD"])
    changed = first_line(["git", "-C", str(root), "status", "--porcelain", "--untracked-files=no"])
    with open("/proc/meminfo") as file:
        memory = int(re.search(r"MemTotal:\s+(\d+)", file.read()).group(1)) / 1024 ** 2
    return {
        "processor": facts.get("model name", "unknown"),
        "family": facts.get("cpu family"), "model": facts.get("model"),
        "cores": os.cpu_count(), "memory_gib": round(memory, 1), "cache": facts.get("cache size"),
        "vectors": [f for f in ("sse4_2", "avx2", "avx512f", "avx512vl") if f in flags],
        "is_virtual": "hypervisor" in flags,
        "swift": first_line(["swift", "--version"]), "c++": first_line(["g++", "--version"]),
        "packages": packages, "commit": commit, "has_uncommitted_changes": bool(changed),
    }


def name():
    """The name of a folder: the processor's model and the number of cores."""
    model = re.sub(r"\(r\)|\(tm\)|processor|cpu|@.*", "", processor().get("model name", "").lower())
    slug = re.sub(r"[^a-z0-9]+", "-", model).strip("-") or "unknown"
    return f"{slug}-{os.cpu_count()}-cores"

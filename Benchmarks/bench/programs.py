"""The programs that are measured, and how to install them."""
import os, pathlib, shutil, subprocess, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEERS = ROOT / "Benchmarks/peers"
CPP = PEERS / "cpp/ys_gcc"
# A hidden folder: what is installed is no part of the sources that tests read.
VENV, VENV_FRAMES = ROOT / ".build-bench/venv", ROOT / ".build-bench/venv_mf"
REFERENCE = "cpp-ref"


class Program:
    """One program of the yardstick."""

    def __init__(self, name, command, households=100_000, is_quick=True, compared=50, mpi=False,
                 is_compiled=False):
        self.name, self.command, self.households = name, [str(part) for part in command], households
        self.is_quick, self.compared, self.mpi = is_quick, compared, mpi
        self.is_compiled = is_compiled

    def line(self, households, replications, threads, seed):
        """The command line of a run."""
        if self.mpi and threads > 1:
            ranks = ["mpirun", "--allow-run-as-root", "--oversubscribe", "-n", str(threads)]
            return ranks + self.command + ["--n", str(households), "--r", str(replications),
                                           "--seed", str(seed)]
        return self.command + ["--n", str(households), "--r", str(replications),
                               "--threads", str(threads), "--seed", str(seed)]


def all_programs(native):
    """Ours first, then the C++ programs, then those from PyPI."""
    python, frames, scripts = VENV / "bin/python", VENV_FRAMES / "bin/python", PEERS / "python"
    return [
        Program("fangpin", [native], is_compiled=True),
        *(Program("cpp-" + e, [CPP, "--engine", e], is_compiled=True)
          for e in ("ref", "lanes", "avx512")),
        *(Program("numba-" + e, [python, scripts / "ys_numba.py", "--engine", e])
          for e in ("scalar", "lanes")),
        Program("numpy", [python, scripts / "ys_numpy.py"]),
        Program("numpy-plain", [python, scripts / "ys_numpy_plain.py"], compared=20),
        Program("starsim", [python, scripts / "ys_starsim.py"], is_quick=False, compared=20),
        Program("mesa-frames", [frames, scripts / "ys_mesaframes.py"], is_quick=False, compared=20),
        Program("neworder", [python, scripts / "ys_neworder.py"], is_quick=False, compared=20, mpi=True),
        Program("mesa", [python, scripts / "ys_mesa.py"], households=20_000, is_quick=False, compared=12),
    ]


def tried(command):
    """Whether a command succeeds at the first, second or third attempt."""
    for pause in (5, 20, 0):
        try:
            if subprocess.run(command, stdout=subprocess.DEVNULL).returncode == 0:
                return True
        except OSError:
            return False
        time.sleep(pause)
    return False


def apt(packages):
    """Installs packages of the system where that is possible."""
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    line = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if os.geteuid() == 0 and tried(["apt-get", "update", "-q"]) and tried(line):
        return True
    print("Missing: sudo " + " ".join(line))
    return False


def set_up(rivals):
    """Builds the C++ programs and installs the others; whatever fails is left out later.

    - rivals: also those from PyPI.
    """
    if not shutil.which("g++"):
        apt(["g++", "make"])
    tried(["nice", "-n", "10", "make", "--quiet", "-C", PEERS / "cpp", "ys_gcc"])
    if not rivals:
        return
    if not shutil.which("mpirun"):
        apt(["libopenmpi-dev", "openmpi-bin"])
    for folder, groups in ((VENV, ("numpy numba mesa starsim", "neworder mpi4py")),
                           (VENV_FRAMES, ("mesa-frames polars",))):
        mark = folder / "complete"
        if mark.exists():
            continue
        folder.parent.mkdir(exist_ok=True)
        tried(["python3", "-m", "venv", folder])
        done = [tried(["nice", "-n", "10", folder / "bin/python", "-m", "pip", "install", "--quiet", *group.split()])
                for group in groups]
        if all(done):
            mark.touch()


def packages():
    """Versions of what was installed from PyPI."""
    wanted = {"numpy", "numba", "mesa", "starsim", "neworder", "mpi4py", "mesa-frames", "polars"}
    found = {}
    for folder in (VENV, VENV_FRAMES):
        done = subprocess.run([folder / "bin/python", "-m", "pip", "list", "--format=freeze"], capture_output=True,
                              text=True) if folder.exists() else None
        for line in done.stdout.splitlines() if done else []:
            package, _, version = line.lower().replace("_", "-").partition("==")
            if package in wanted:
                found.setdefault(folder.name, {})[package] = version
    return found

"""Timed runs, each between two runs of the reference."""
import json, os, shutil, subprocess, time

from programs import CPP, PEERS, ROOT

MONTHS = 96
CASES = {"baseline": "Scenarios/guizhou.yaml", "everything": "Benchmarks/everything.yaml"}


def timed(line, folder):
    """(seconds, processor seconds, peak memory in MB, text) of a run; `None` if it failed."""
    began = time.perf_counter()
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          cwd=folder) as process:
        text = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    if process.returncode != 0:
        return None
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def yardstick(program, threads, replications, seed):
    """A record of a run of the yardstick."""
    run = timed(program.line(program.households, replications, threads, seed), PEERS / "python")
    if run is None:
        return None
    result = json.loads([line for line in run[3].splitlines() if line.startswith("{")][-1])
    return record(program.name, threads, program.households * MONTHS * replications,
                  result["loop_s"], run)


def full_model(program, case, threads, sample, replications, scratch):
    """A record of a run of the full model."""
    output = f"{scratch}/run"
    line = [str(program), "run", CASES[case], "--sample", str(sample), "--replications",
            str(replications), "--threads", str(threads), "--no-store", "--output", output,
            "--replace", "--quiet"]
    run = timed(line, ROOT)
    if run is None:
        return None
    with open(output + "/run.json") as file:
        facts = json.load(file)
    shutil.rmtree(output)
    return record("full model, " + case, threads, facts["householdMonths"],
                  facts["secondsSimulating"], run)


def record(name, threads, household_months, loop, run):
    """What is written down of a run; `loop` is the seconds inside the loop over households."""
    wall, cpu, memory, _ = run
    return {"name": name, "threads": threads, "household_months": household_months,
            "loop_s": round(loop, 6), "wall_s": round(wall, 4), "cpu_s": round(cpu, 4),
            "memory_mb": round(memory, 1), "per_second": household_months / loop}


def measure(tasks, reference, rounds, path):
    """Runs all tasks round by round and appends a line of JSON a run to a file.

    Each run stands between two runs of the reference with as many threads; `ratio` is its speed over
    the geometric mean of theirs, so that a neighbour on the machine slows both sides.

    - tasks: (threads, function that makes a record) in the order of a round.
    - reference: function of threads that makes a record of the reference.
    """
    records = []
    with open(path, "w") as file:
        for number in range(1, rounds + 1):
            for threads, task in tasks:
                before = reference(threads)
                made = task()
                after = reference(threads)
                if made is None or before is None or after is None:
                    continue
                made["round"] = number
                made["reference_per_second"] = [before["per_second"], after["per_second"]]
                made["ratio"] = made["per_second"] / (before["per_second"] * after["per_second"]) ** 0.5
                records.append(made)
                file.write(json.dumps(made) + "\n")
                file.flush()
            print(f"round {number} of {rounds} done", flush=True)
    return records


def processor_seconds(programs, repeats):
    """Processor seconds of compiled programs, one thread, which hardly depend on who else is at work.

    The seconds of 9 replications less those of 1 leave out the start and the population. Returns a record
    a program: household-months per processor second, and the ratio to the first program, repeat by repeat.
    """
    found = {program.name: [] for program in programs}
    for _ in range(repeats):
        for program in programs:
            many, one = (timed(program.line(program.households, r, 1, 1), PEERS / "python")
                         for r in (9, 1))
            found[program.name].append(program.households * MONTHS * 8 / (many[1] - one[1]))
    first = found[programs[0].name]
    return [{"name": name, "per_processor_second": speeds,
             "ratio": [a / b for a, b in zip(speeds, first)]} for name, speeds in found.items()]

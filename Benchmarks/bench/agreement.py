"""Whether the programs of the yardstick compute the same thing."""
import json, os, subprocess, sys

from programs import CPP, PEERS, REFERENCE

sys.path.insert(0, str(PEERS))
import compare

HOUSEHOLDS, REFERENCES = 20_000, 8


def run(line, environment):
    """The line of JSON of a run, or the reason why there is none."""
    try:
        done = subprocess.run(line, capture_output=True, text=True, env=environment, timeout=1800,
                              cwd=PEERS / "python")
    except (OSError, subprocess.TimeoutExpired) as error:
        return None, str(error)
    lines = [text for text in done.stdout.splitlines() if text.startswith("{")]
    if done.returncode != 0 or not lines:
        return None, (done.stderr.strip().splitlines() or ["no result"])[-1]
    return json.loads(lines[-1]), ""


def check(programs, scratch):
    """One record a program: chi2 of the rate of new poverty by year against the C++ reference.

    All are given the same households and the same prices and droughts; the reference is the mean of
    several runs with other luck. A program agrees if chi2 is below what one faithful program in a
    thousand exceeds.
    """
    records, references = [], {}
    for program in programs:
        count = program.compared
        shared = f"{scratch}/shared-{count}"
        environment = dict(os.environ, YS_POP=shared + ".pop", YS_ENV=shared + ".env")
        if count not in references:
            size = ["--n", str(HOUSEHOLDS), "--r", str(count)]
            subprocess.run([CPP, "--mkshared", shared, *size, "--seed", "9"], check=True)
            runs = [run([CPP, "--engine", "ref", *size, "--seed", str(1000 + s)], environment)[0]["rates"]
                    for s in range(REFERENCES)]
            references[count] = [[[sum(r[i][y][q] for r in runs) / REFERENCES for q in range(4)]
                                  for y in range(8)] for i in range(count)]
        found, reason = run(program.line(HOUSEHOLDS, count, 1, 2000), environment)
        record = {"name": program.name, "replications": count}
        if found is None:
            record["missing"] = reason
        else:
            chi2, years, worst, relative = compare.chi_square(references[count], found["rates"])
            limit = compare.limit(years, count)
            record.update(
                chi2=round(chi2, 2), years=years, limit=round(limit, 1), largest_z=round(worst, 2),
                largest_relative=round(relative, 5), agrees=chi2 < limit)
        records.append(record)
        print(f"agreement {program.name:14s} " + (
            f"is left out: {reason}" if found is None else
            f"chi2 = {chi2:.1f} over {years} years, limit {limit:.0f}: "
            + ("agrees" if record["agrees"] else "DOES NOT AGREE")), flush=True)
    return records


def same_bytes(program):
    """Whether our yardstick counts the same with any number of threads and size of blocks."""
    found = set()
    for threads, block in ((1, 256), (2, 256), (7, 64), (1, 16), (2, 240)):
        line = program.line(30_001, 3, threads, 5) + ["--block", str(block)]
        made, reason = run(line, None)
        found.add(reason or json.dumps([made["rates"], made["entries"]]))
    print("threads and blocks " + ("change nothing" if len(found) == 1 else "CHANGE THE TALLIES"))
    return len(found) == 1

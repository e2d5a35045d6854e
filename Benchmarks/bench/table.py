"""The table of ratios."""
import statistics


def table(records, agreement):
    """Lines of Markdown: one row a program and number of threads, in the order of measurement."""
    agrees = {}
    for record in agreement:
        if "agrees" in record:
            word = "agrees" if record["agrees"] else "DOES NOT AGREE"
            agrees[record["name"]] = f"{word}, {record['chi2']:.1f} / {record['years']}"
    groups = {}
    for record in records:
        groups.setdefault((record["name"], record["threads"]), []).append(record)
    middle = {key: statistics.median(r["ratio"] for r in group) for key, group in groups.items()}
    lines = [
        "| program | threads | runs | million household-months a second, median (range) "
        "| × cpp-ref, median (range) | our yardstick is × faster | our full model (everything on) is × faster "
        "| memory, MB | agreement: chi2 / years |",
        "|---|---|---|---|---|---|---|---|---|"]
    for (name, threads), group in groups.items():
        speeds = [r["per_second"] / 1e6 for r in group]
        ratios = [r["ratio"] for r in group]
        own = middle.get(("fangpin", threads))
        full = middle.get(("full model, everything", threads))
        mean = middle[name, threads]
        lines.append(" | ".join([
            f"| {name}", str(threads), str(len(group)),
            f"{number(statistics.median(speeds))} ({number(min(speeds))}–{number(max(speeds))})",
            f"{number(mean)} ({number(min(ratios))}–{number(max(ratios))})",
            number(own / mean) if own else "", number(full / mean) if full else "",
            f"{max(r['memory_mb'] for r in group):.0f}", agrees.get(name, "") + " |"]))
    for record in agreement:
        if "missing" in record:
            lines.append(f"\n{record['name']} could not run here: {record['missing']}")
    return lines


def processor_table(records):
    """The same of processor seconds, one thread."""
    lines = ["| program | million household-months a processor second, median (range) "
             "| × the first, median (range) |", "|---|---|---|"]
    for record in records:
        speeds, ratios = [s / 1e6 for s in record["per_processor_second"]], record["ratio"]
        lines.append(
            f"| {record['name']} | {number(statistics.median(speeds))} "
            f"({number(min(speeds))}–{number(max(speeds))}) | {number(statistics.median(ratios))} "
            f"({number(min(ratios))}–{number(max(ratios))}) |")
    return lines


def number(x):
    """Three digits."""
    if x >= 100:
        return f"{x:.0f}"
    return f"{x:.1f}" if x >= 10 else f"{x:.2f}" if x >= 1 else f"{x:.3f}"
